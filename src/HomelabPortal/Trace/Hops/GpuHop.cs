using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the graphics cards that a container was given. Until its host was measured once, who was given one is told by what is wanted alone.
/// <code>
/// the cards cannot be measured             gpu.unread        Unknown
/// the container no longer sees its card    gpu.lost          Broken
/// the card's memory is full                gpu.memory.full   Degraded
/// the card is too hot                      gpu.hot           Degraded
/// </code>
/// </summary>
internal static class GpuHop
{
    /// <returns>Null when the container uses none.</returns>
    public static TraceHop? Of(string host, string container, TraceScene scene)
    {
        var state = scene.Facts.Gpu.Find(host) ?? GpuHostState.Unknown(host);
        if (!Uses(state, container) && !(state.AsOf is null && scene.Facts.Names.Desired.FindContainer(host, container) is { Gpu: not null }))
            return null;
        var command = Reproducers.Gpu(host);
        var cards = string.Join(", ", state.Cards.Select(card => card.Name));
        return new TraceHop(HopKind.Gpu, cards.Length > 0 ? cards : host, "/gpu", $"{container} has {(cards.Length > 0 ? cards : "its card")}.", command, Hop.Found([Unread(state, command), Lost(state, container, command), .. state.Cards.SelectMany(card => Weak(card, command))]))
        {
            Facts = [.. state.Cards.Where(card => card.MemoryTotalMiB is > 0).Select(card => new TraceFact("Memory", $"{card.MemoryUsedMiB:N0} of {card.MemoryTotalMiB:N0} MiB used"))],
        };
    }

    private static bool Uses(GpuHostState state, string container) =>
        state.Users.Contains(container) || state.LostIn.Contains(container) || state.Holders.Any(holder => holder.Container == container);

    private static TraceFinding? Unread(GpuHostState state, string command) => state is { Fault: null, AsOf: not null } ? null : new TraceFinding(
        "gpu.unread", TraceVerdict.Unknown, $"The cards of {state.Host} cannot be measured now. {state.Fault ?? state.FactsFault ?? "Nothing has been read yet."}", "Look at the driver of that machine.", command)
    {
        AsOf = state.AsOf, Fix = new TraceFix("See the cards", "/gpu"),
    };

    private static TraceFinding? Lost(GpuHostState state, string container, string command) => !state.LostIn.Contains(container) ? null : Hop.Broken(
        "gpu.lost", $"Container {container} on {state.Host} no longer sees its card, though the machine does.", "Restart the container.", command) with { Fix = new TraceFix("See the cards", "/gpu") };

    private static IEnumerable<TraceFinding> Weak(GpuReading card, string command)
    {
        if (CardHealth.OfMemory(card.MemoryShare) == HealthState.Degraded)
            yield return Hop.Degraded("gpu.memory.full", $"The memory of {card.Name} is full: {card.MemoryUsedMiB:N0} of {card.MemoryTotalMiB:N0} MiB.", "Stop what holds it, or load a smaller model.", command) with { Fix = new TraceFix("See who holds it", "/gpu") };
        if (CardHealth.OfTemperature(card.TemperatureCelsius) is HealthState.Broken)
            yield return Hop.Degraded("gpu.hot", $"{card.Name} is {card.TemperatureCelsius:N0} °C hot and slows itself down.", "Look at its fans and its dust.", command);
    }
}
