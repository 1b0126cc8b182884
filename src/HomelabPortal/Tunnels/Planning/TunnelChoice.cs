using HomelabPortal.Cloudflare;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>Pure: which tunnel exposures go through, or why that cannot be told.</summary>
internal sealed record TunnelChoice(Tunnel? Tunnel, string? Problem)
{
    public static TunnelChoice From(IReadOnlyList<Tunnel> tunnels, string? configuredId)
    {
        if (configuredId is not null)
        {
            var named = tunnels.FirstOrDefault(tunnel => tunnel.Id.Equals(configuredId, StringComparison.OrdinalIgnoreCase));
            return named is null ? Not($"There is no tunnel {configuredId} in this account. Set Tunnels:Id to one of: {List(tunnels)}.") : Checked(named);
        }

        var candidates = tunnels.Where(tunnel => tunnel.IsRemotelyManaged).ToList();
        return candidates switch
        {
            [var only] => new TunnelChoice(only, null),
            [] when tunnels is [var local] => Checked(local),
            [] => Not("The account has no tunnel whose routes Cloudflare keeps. Create one in the dashboard under Networks, and run its connector in the cluster."),
            _ => Not($"The account has {candidates.Count} tunnels. Set Tunnels:Id to the one that exposures should use: {List(candidates)}."),
        };
    }

    private static TunnelChoice Checked(Tunnel tunnel) => tunnel.IsRemotelyManaged
        ? new TunnelChoice(tunnel, null)
        : Not($"The tunnel {tunnel.Name} takes its routes from a file beside its connector, so the portal cannot change them. Migrate it in the dashboard, or set Tunnels:Id to another one.");

    private static TunnelChoice Not(string problem) => new(null, problem);

    private static string List(IEnumerable<Tunnel> tunnels) =>
        string.Join(", ", tunnels.Select(tunnel => $"{tunnel.Id} ({tunnel.Name})")) is { Length: > 0 } list ? list : "none there";
}
