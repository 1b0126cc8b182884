namespace HomelabPortal.Map.Reading;

/// <summary>A request goes, or data lies, from one thing to the next; both by their ids.</summary>
public readonly record struct MapLeg(string From, string To);
