using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Pages;

/// <summary>What of its host a container reaches, for people.</summary>
internal static class ReachWords
{
    public static string Of(HostReach reach) => string.Join(", ", Words(reach));

    private static IEnumerable<string> Words(HostReach reach)
    {
        if (reach.IsPrivileged)
            yield return "all rights of root";
        if (reach.SharesNetwork)
            yield return "the host's network";
        if (reach.SharesProcesses)
            yield return "the host's processes";
        if (reach.SharesMemory)
            yield return "the host's shared memory";
        foreach (var capability in reach.Capabilities)
            yield return capability;
    }
}
