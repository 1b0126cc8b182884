namespace HomelabPortal.Search.Api;

/// <summary>What was found, the best first.</summary>
internal sealed record SearchResource(IReadOnlyList<SearchHitResource> Hits);
