using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Hands out pod addresses, each node from its own range.</summary>
internal sealed class PodAddresses
{
    private readonly int[] _next = new int[LabNodes.All.Count];

    public string Next(string node)
    {
        var index = LabNodes.Named(node).Index;
        var number = _next[index]++;
        // Numbers 0 and 1 of a range are the network and its gateway; ranges wrap after many restarts.
        return $"10.42.{index}.{2 + (number % 252)}";
    }
}
