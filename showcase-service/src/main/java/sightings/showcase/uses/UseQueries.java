package sightings.showcase.uses;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.evidence.UseId;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.Versioned;

/**
 * What pages, desk and API ask of uses. Those named after stories answer with published uses only. A use into which
 * others were merged comes with their finds, datasets, sources and times; those others come by their ids only.
 *
 * <p>All throw {@link sightings.showcase.index.IndexAway} while Elasticsearch cannot answer.
 */
public interface UseQueries {

    /** Stories, best match first where there are words to match, else newest first. */
    Page<UseDocument> stories(StoryFilter filter, int page, int size);

    /** What these stories can be narrowed to. */
    StoryFacets facets(StoryFilter filter);

    /** Stories from first to last, latest change first: for feeds and the API. */
    Slice<UseDocument> storiesAfter(StoryFilter filter, @Nullable Cursor after, int size);

    /** Stories that have a place, newest first, at most 1,000: for the map. */
    List<UseDocument> storiesWithPlace(StoryFilter filter);

    /** The story, where it is published. */
    Optional<UseDocument> story(UseId id);

    /** Stories that share datasets with this one, most shared first. */
    List<UseDocument> related(UseDocument story, int size);

    /** How many stories each of these datasets has; those without are left out. */
    Map<DatasetId, Long> storiesOf(Collection<DatasetId> datasets);

    /** Datasets with the most stories. */
    List<DatasetUses> mostUsed(int size);

    /** Organisations with sustained use, by name. */
    List<PowerUser> powerUsers();

    /** How many there are of each. */
    UseCounts counts();

    /** The use as it is at this moment, whatever its status, with the offset it has reached: for staff. */
    Optional<Versioned<UseDocument>> byId(UseId id);

    /** The use of the thing at this address of the web, a repository's page included: for staff. */
    Optional<UseDocument> at(URI address);

    /** Uses for staff; merged ones only where the filter names their status. */
    Page<UseDocument> inbox(InboxFilter filter, int page, int size);

    /** Finds of this use and its members that hold, strongest first. */
    List<SightingDocument> sightings(UseDocument use, int size);

    /**
     * Other uses that may be the same thing: one on the web at this one's homepage, and those whose homepage this one is.
     * Merged and rejected ones are left out.
     */
    List<UseDocument> twins(UseDocument use);

    /** Finds of this use that no longer hold, strongest first, with how many there are: for staff. */
    Page<SightingDocument> withdrawn(UseId use, int size);

    /** How many finds that hold each source has, by the source's id; those without are left out: for staff. */
    Map<String, Long> findsBySource();

    /** Decisions of all uses, newest first: for staff. */
    List<UseDocument> lastDecided(int size);
}
