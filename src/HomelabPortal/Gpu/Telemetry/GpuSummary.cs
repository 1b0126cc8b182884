namespace HomelabPortal.Gpu.Telemetry;

/// <summary>All cards in one line. A card whose memory is not known is no empty one: it is left out of the sum and said.</summary>
internal static class GpuSummary
{
    public static string Of(GpuState state)
    {
        var cards = state.Hosts.SelectMany(host => host.Cards).ToList();
        if (cards.Count == 0)
            return state.Hosts.Any(host => host is { Facts: null, FactsFault: null }) ? "Looking at the Docker hosts" : "No card is measured";
        var count = cards.Count == 1 ? "1 card" : $"{cards.Count} cards";
        var known = cards.FindAll(card => card is { MemoryUsedMiB: not null, MemoryTotalMiB: not null });
        if (known.Count == 0)
            return $"{count}, memory in use unknown";
        var part = VideoMemory.Part(known.Sum(card => card.MemoryUsedMiB), known.Sum(card => card.MemoryTotalMiB));
        return $"{count}, {part} in use{(known.Count < cards.Count ? $", unknown for {cards.Count - known.Count}" : "")}";
    }
}
