using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Pure: a wish as a wanted container, with the secret values that are new. What is wrong with it is the check's to say.</summary>
internal static class ContainerReading
{
    private static readonly string[] _secretWords = ["TOKEN", "KEY", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL"];

    /// <param name="sent">The wish, in which values may be hidden that <paramref name="before"/> has.</param>
    /// <param name="before">What is changed; null for a new one. It keeps its place and how often it was tried.</param>
    /// <param name="adoptedId">What is to be replaced.</param>
    /// <param name="newSecret">A name for a new secret value.</param>
    public static (DesiredContainer Container, ImmutableDictionary<string, string> Secrets) Read(
        ContainerWish sent, string id, DesiredContainer? before, string? adoptedId, Func<string> newSecret)
    {
        var wish = before is null ? sent : WishMask.Restore(sent, ContainerWishes.Of(before));
        var secrets = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var container = new DesiredContainer
        {
            Id = id,
            Host = wish.Host ?? before?.Host ?? "",
            Name = (wish.Name ?? before?.Name ?? "").Trim(),
            Image = (wish.Image ?? "").Trim(),
            Digest = NullIfEmpty(wish.Digest),
            Command = [.. wish.Command ?? []],
            Entrypoint = [.. wish.Entrypoint ?? []],
            Variables = [.. (wish.Variables ?? []).Select(variable => Variable(variable, before, secrets, newSecret))],
            Ports = [.. (wish.Ports ?? []).Select(port => new PublishedPort((port.Address ?? "").Trim(), port.HostPort ?? port.ContainerPort ?? 0, port.ContainerPort ?? 0, port.Protocol ?? "tcp"))],
            Volumes = [.. (wish.Volumes ?? []).Select(volume => new ContainerVolume((volume.Source ?? "").Trim(), (volume.Target ?? "").Trim(), volume.IsReadOnly ?? false))],
            Devices = [.. wish.Devices ?? []],
            Gpu = wish.Gpu is { } gpu ? new GpuRequest { Ids = [.. gpu.Ids ?? []], Count = gpu.Count } : null,
            SharedMemoryMiB = wish.SharedMemoryMiB,
            MemoryMiB = wish.MemoryMiB,
            Processors = wish.Processors,
            Health = Health(wish.Health),
            Restart = wish.Restart ?? RestartRule.UnlessStopped,
            Network = NullIfEmpty(wish.Network),
            FurtherNetworks = [.. (wish.FurtherNetworks ?? []).Select(network => (network ?? "").Trim())],
            User = NullIfEmpty(wish.User),
            StopSeconds = wish.StopSeconds,
            Labels = (wish.Labels ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Lease = wish.Lease is { } lease ? new GpuLease(lease.IsExclusive ?? false, lease.ReservedMiB, lease.Priority ?? 0) : null,
            IdleStopMinutes = wish.IdleStopMinutes,
            IsStopped = wish.IsStopped ?? before?.IsStopped ?? false,
            // Said to be stopped, it is stopped by somebody; left out, it stays as it came to be.
            StoppedIdleMinutes = wish.IsStopped is null || wish.IsStopped == before?.IsStopped ? before?.StoppedIdleMinutes : null,
            IgnoresLease = before?.IgnoresLease ?? false,
            Attempt = before?.Attempt ?? 0,
            AdoptedId = adoptedId ?? before?.AdoptedId,
            IsUnsafe = wish.IsUnsafe ?? false,
            Reach = Reach(wish.Reach),
            Updates = Updates(wish.Updates) ?? before?.Updates ?? new UpdateRule(),
            LeftDigests = before?.LeftDigests ?? [],
            OnDrift = wish.OnDrift ?? before?.OnDrift ?? DriftRule.Restore,
        };
        return (container, secrets.ToImmutable());
    }

    public static bool LooksSecret(string name) => _secretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A secret that is left empty keeps its value; one without a value before has none, which the check says.</summary>
    private static ContainerVariable Variable(
        VariableWish wish, DesiredContainer? before, ImmutableDictionary<string, string>.Builder secrets, Func<string> newSecret)
    {
        var name = (wish.Name ?? "").Trim();
        var known = before?.Variables.FirstOrDefault(variable => variable.Name == name);
        if (!(wish.IsSecret ?? known?.IsSecret ?? LooksSecret(name)))
            return new ContainerVariable { Name = name, Value = wish.Value ?? "", IsFile = wish.IsFile ?? false };
        var isFile = wish.IsFile ?? known?.IsFile ?? false;
        if (wish.Value is not { Length: > 0 } value)
            return new ContainerVariable { Name = name, Secret = known?.Secret, IsFile = isFile };
        var secret = newSecret();
        secrets[secret] = value;
        return new ContainerVariable { Name = name, Secret = secret, IsFile = isFile };
    }

    private static HealthProbe? Health(HealthWish? wish)
    {
        if (wish is null)
            return null;
        var usual = new HealthProbe(wish.Command ?? "");
        return usual with
        {
            IntervalSeconds = wish.IntervalSeconds ?? usual.IntervalSeconds,
            TimeoutSeconds = wish.TimeoutSeconds ?? usual.TimeoutSeconds,
            Retries = wish.Retries ?? usual.Retries,
            StartSeconds = wish.StartSeconds ?? usual.StartSeconds,
        };
    }

    /// <summary>Times that are left out are midnight; without any there is no window, which the check says where one is needed.</summary>
    private static UpdateRule? Updates(UpdateWish? wish) => wish is null
        ? null
        : new UpdateRule
        {
            Mode = wish.Mode ?? UpdateMode.Notice,
            Window = wish is { From: null, To: null } ? null : new UpdateWindow { From = wish.From ?? default, To = wish.To ?? default, Days = [.. wish.Days ?? []], TimeZone = (wish.TimeZone ?? "UTC").Trim() },
        };

    private static HostReach Reach(ReachWish? wish) => new()
    {
        IsPrivileged = wish?.IsPrivileged ?? false,
        SharesNetwork = wish?.SharesNetwork ?? false,
        SharesProcesses = wish?.SharesProcesses ?? false,
        SharesMemory = wish?.SharesMemory ?? false,
        Capabilities = [.. wish?.Capabilities ?? []],
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
