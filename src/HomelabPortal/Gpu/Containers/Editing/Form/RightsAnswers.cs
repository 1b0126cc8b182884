namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>What an admin lets the container reach of its host, as ticked.</summary>
public sealed class RightsAnswers
{
    /// <summary>Beyond the rules: folders, devices, namespaces and rights of the host.</summary>
    public bool IsUnsafe { get; set; }

    public bool IsPrivileged { get; set; }

    public bool SharesNetwork { get; set; }

    public bool SharesProcesses { get; set; }

    public bool SharesMemory { get; set; }

    public string Capabilities { get; set; } = "";

    internal static RightsAnswers Of(ContainerWish wish) => new()
    {
        IsUnsafe = wish.IsUnsafe == true,
        IsPrivileged = wish.Reach?.IsPrivileged == true,
        SharesNetwork = wish.Reach?.SharesNetwork == true,
        SharesProcesses = wish.Reach?.SharesProcesses == true,
        SharesMemory = wish.Reach?.SharesMemory == true,
        Capabilities = string.Join(' ', wish.Reach?.Capabilities ?? []),
    };

    /// <summary>Without the override nothing of it counts, also what is still ticked out of sight.</summary>
    internal ContainerWish Apply(ContainerWish wish) => IsUnsafe
        ? wish with { IsUnsafe = true, Reach = new ReachWish(IsPrivileged, SharesNetwork, SharesProcesses, SharesMemory, [.. FormText.Words(Capabilities).Select(word => word.ToUpperInvariant())]) }
        : wish with { IsUnsafe = null, Reach = null };
}
