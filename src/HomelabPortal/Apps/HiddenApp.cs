namespace HomelabPortal.Apps;

/// <summary>Something that could have been a tile, why it is none, and what would make it one.</summary>
/// <param name="Source">The object in words: "Ingress default/whoami".</param>
/// <param name="Remedy">Empty where nothing needs to be done.</param>
public sealed record HiddenApp(string Source, string? SourceHref, string Reason, string Remedy);
