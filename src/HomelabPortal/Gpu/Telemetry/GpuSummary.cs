namespace HomelabPortal.Gpu.Telemetry;

/// <summary>All cards in one line.</summary>
internal static class GpuSummary
{
    public static string Of(GpuState state)
    {
        var cards = state.Hosts.SelectMany(host => host.Cards).ToList();
        if (cards.Count == 0)
            return state.Hosts.Any(host => host is { Facts: null, FactsFault: null }) ? "Looking at the Docker hosts" : "No card is measured";
        var count = cards.Count == 1 ? "1 card" : $"{cards.Count} cards";
        var used = cards.Sum(card => card.MemoryUsedMiB ?? 0);
        var total = cards.Sum(card => card.MemoryTotalMiB ?? 0);
        return $"{count}, {VideoMemory.Part(used, total)} in use";
    }
}
