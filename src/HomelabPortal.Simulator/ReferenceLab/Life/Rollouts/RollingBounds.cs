using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.ReferenceLab.Life.Rollouts;

/// <summary>How many pods too many and too few a Deployment may have while it rolls.</summary>
internal readonly record struct RollingBounds(int Surge, int Missing)
{
    private const string Default = "25%";

    /// <summary>Surge is rounded up, missing pods down, and one of the two is never nothing.</summary>
    public static RollingBounds Of(JsonNode? strategy, int wanted)
    {
        var surge = Resolve(strategy?["rollingUpdate"]?["maxSurge"], wanted, up: true);
        var missing = Resolve(strategy?["rollingUpdate"]?["maxUnavailable"], wanted, up: false);
        return surge == 0 && missing == 0 ? new RollingBounds(0, 1) : new RollingBounds(surge, missing);
    }

    private static int Resolve(JsonNode? value, int wanted, bool up)
    {
        var text = value?.ToString() ?? Default;
        if (!text.EndsWith('%')) return int.Parse(text);
        var share = wanted * int.Parse(text[..^1]) / 100.0;
        return (int)(up ? Math.Ceiling(share) : Math.Floor(share));
    }
}
