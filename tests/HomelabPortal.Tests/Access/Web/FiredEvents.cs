using HomelabPortal.Testing;
using HomelabPortal.Testing.Circuits;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>Fires everything at a page that a person could, and what only a program would.</summary>
internal static class FiredEvents
{
    private static readonly string[] _values = ["Observe", "Upsert", "Sync", "Tunnel", "Lan", "true", "qdrant.cowlab.org", "media/jellyfin:http"];

    /// <summary>Every handler drawn, with each value in turn, in the order they were drawn; then numbers that were never drawn.</summary>
    /// <returns>How many events were fired.</returns>
    public static async Task<int> AtAsync(RawCircuit circuit, int guesses)
    {
        var fired = 0;
        var seen = new HashSet<long>();
        while (circuit.IsOpen && circuit.Handlers.Where(handler => seen.Add(handler.Id)).ToList() is { Count: > 0 } fresh && fired < 600)
        {
            foreach (var handler in fresh)
                fired += await FireAsync(circuit, handler);
        }

        for (var id = 1; circuit.IsOpen && id <= guesses; id++)
        {
            await circuit.FireAsync(id, "click", Click);
            await circuit.FireAsync(id, "change", new { value = _values[id % _values.Length] });
            fired += 2;
        }

        return fired;
    }

    private static async Task<int> FireAsync(RawCircuit circuit, RenderedHandler handler)
    {
        var arguments = Arguments(handler.Event).ToList();
        foreach (var argument in arguments)
            await circuit.FireAsync(handler.Id, handler.Event, argument);
        return arguments.Count;
    }

    private static object Click { get; } = new { type = "click", detail = 1, button = 0 };

    private static IEnumerable<object> Arguments(string name) => name switch
    {
        "change" or "input" => [.. _values.Select(value => new { value }), new { value = true }],
        "click" or "dblclick" or "mousedown" => [Click],
        "keydown" or "keyup" => [new { type = name, key = "Enter", code = "Enter" }],
        _ => [new { type = name }],
    };
}
