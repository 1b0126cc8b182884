using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Reading;

/// <summary>Everything that a hostname passes.</summary>
/// <param name="State">Of the whole way, as its trace says.</param>
public sealed record MapPath(string Host, HealthState State, ValueList<MapLeg> Legs)
{
    /// <summary>The way in words: "Internet → homelab → Traefik → media/sonarr".</summary>
    public string Way { get; init; } = "";
}
