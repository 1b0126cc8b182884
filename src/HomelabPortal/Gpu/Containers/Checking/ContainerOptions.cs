using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>What containers of Docker hosts may reach.</summary>
internal sealed class ContainerOptions : IValidatedOptions
{
    public static string Section => "Containers";

    /// <summary>Folders of the hosts under which containers may mount folders, for example /srv/models. Volumes need none.</summary>
    public string[] BindRoots { get; set; } = [];

    /// <summary>How often registries are asked for new versions of images. Some count every question.</summary>
    public TimeSpan UpdateCheckInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long a host rests between two updates by schedule.</summary>
    public TimeSpan UpdateCooldown { get; set; } = TimeSpan.FromMinutes(5);

    public IEnumerable<string> Faults()
    {
        foreach (var root in BindRoots)
        {
            if (HostFolder.WhyNoRoot(root) is { } why)
                yield return $"Containers:BindRoots “{root}” cannot be one: {why}";
        }

        if (UpdateCheckInterval < TimeSpan.FromMinutes(15) || UpdateCheckInterval > TimeSpan.FromDays(7))
            yield return "Containers:UpdateCheckInterval has to be from 15 minutes to 7 days, for example 06:00:00.";
        if (UpdateCooldown < TimeSpan.Zero || UpdateCooldown > TimeSpan.FromHours(6))
            yield return "Containers:UpdateCooldown has to be from nothing to 6 hours, for example 00:05:00.";
    }
}
