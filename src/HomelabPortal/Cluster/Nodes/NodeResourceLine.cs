using HomelabPortal.Cluster.Display;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>One resource of a node: CPU, memory, pods, or whatever a device plugin offers.</summary>
/// <param name="Name">As Kubernetes calls it: "cpu", "gpu.cowlab.org/dri".</param>
/// <param name="Requested">Reserved by its pods.</param>
/// <param name="Allocatable">What pods may reserve together.</param>
/// <param name="Capacity">What the node has.</param>
/// <param name="Used">Null where nothing measures it.</param>
public sealed record NodeResourceLine(string Name, decimal Requested, decimal Allocatable, decimal Capacity, decimal? Used)
{
    /// <summary>"CPU", "Memory"; extended resources keep their own name.</summary>
    public string Title => Name switch
    {
        "cpu" => "CPU",
        "memory" => "Memory",
        "pods" => "Pods",
        "ephemeral-storage" => "Scratch space",
        _ when Name.StartsWith("hugepages-", StringComparison.Ordinal) => $"Huge pages of {Name["hugepages-".Length..]}",
        _ => Name,
    };

    /// <summary>True for what a device plugin or the owner added.</summary>
    public bool IsExtended => Name.Contains('/');

    public double? RequestedShare => Allocatable > 0 ? (double)(Requested / Allocatable) : null;

    public double? UsedShare => Allocatable > 0 && Used is { } used ? (double)(used / Allocatable) : null;

    private bool IsBytes => Name is "memory" or "ephemeral-storage" || Name.StartsWith("hugepages-", StringComparison.Ordinal);

    /// <summary>"1.2 of 4 cores", "3 of 110".</summary>
    public string Words(decimal amount) => IsBytes ? Amounts.Part((double)amount, (double)Allocatable) : $"{amount:0.##} of {Amount(Allocatable)}";

    /// <summary>"4 cores", "7.7 GiB", "110".</summary>
    public string Amount(decimal amount) => IsBytes ? Amounts.Bytes((double)amount) : Name == "cpu" ? $"{amount:0.##} cores" : $"{amount:0.##}";
}
