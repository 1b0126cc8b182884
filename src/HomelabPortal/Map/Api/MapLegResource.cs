using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Api;

/// <summary>From one thing to the next, by their ids.</summary>
internal sealed record MapLegResource(string From, string To)
{
    public static MapLegResource Of(MapLeg leg) => new(leg.From, leg.To);
}
