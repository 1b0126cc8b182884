using System.Globalization;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>What the form asks: what matters. The rest of the container stays as the template or the container has it.</summary>
public sealed class ContainerForm
{
    private ContainerWish _rest = new();

    public string Host { get; set; } = "";

    public string Name { get; set; } = "";

    public string Image { get; set; } = "";

    /// <summary>The address of the host that ports are bound to.</summary>
    public string Address { get; set; } = "";

    /// <summary>As 8080, or 8081:80 where the host's differs, or 127.0.0.1:8081:80 where the address does; several with spaces.</summary>
    public string Ports { get; set; } = "";

    public string Command { get; set; } = "";

    /// <summary>One a line: name:/path, with :ro to read only.</summary>
    public string Volumes { get; set; } = "";

    public List<VariableLine> Variables { get; } = [];

    public bool UsesGpu { get; set; }

    public bool IsExclusive { get; set; }

    public string ReservedGiB { get; set; } = "";

    /// <summary>Minutes without work after which it is stopped; empty for never.</summary>
    public string IdleMinutes { get; set; } = "";

    public bool TakesOver { get; set; }

    /// <summary>Something in it looks secret and is not shown.</summary>
    public bool HidesValues { get; private init; }

    public MoreAnswers More { get; private init; } = new();

    /// <summary>When new versions are taken.</summary>
    public UpdateForm Updates { get; private init; } = new();

    public DriftRule OnDrift { get; set; }

    /// <summary>What looks secret is hidden in it, and is put back when it is read.</summary>
    internal static ContainerForm Of(DesiredContainer container) => Of(WishMask.Of(ContainerWishes.Of(container)), isKept: true);

    internal static ContainerForm Of(ContainerWish wish, bool isKept = false)
    {
        var form = new ContainerForm
        {
            _rest = wish,
            Host = wish.Host ?? "",
            Name = wish.Name ?? "",
            Image = wish.Image ?? "",
            Address = wish.Ports is [{ Address: { } address }, ..] ? address : "",
            Ports = string.Join(' ', (wish.Ports ?? []).Select(port => Text(port, wish.Ports![0].Address ?? ""))),
            Command = CommandText.Of(wish.Command ?? []),
            Volumes = string.Join('\n', (wish.Volumes ?? []).Select(volume => $"{volume.Source}:{volume.Target}{(volume.IsReadOnly == true ? ":ro" : "")}")),
            IdleMinutes = wish.IdleStopMinutes?.ToString(CultureInfo.InvariantCulture) ?? "",
            UsesGpu = wish.Gpu is not null,
            IsExclusive = wish.Lease?.IsExclusive == true,
            ReservedGiB = FormText.GiB(wish.Lease?.ReservedMiB),
            TakesOver = wish.Adopt == true,
            HidesValues = WishMask.IsHiding(wish),
            More = MoreAnswers.Of(wish),
            Updates = UpdateForm.Of(wish.Updates),
            OnDrift = wish.OnDrift ?? DriftRule.Restore,
        };
        form.Variables.AddRange((wish.Variables ?? []).Select(variable => new VariableLine
        {
            Name = variable.Name ?? "", Value = variable.Value ?? "", IsSecret = variable.IsSecret == true, IsFile = variable.IsFile == true, IsKept = isKept && variable.IsSecret == true,
        }));
        return form;
    }

    internal ContainerWish ToWish() => More.Apply(_rest with
    {
        Host = Host,
        Name = Name,
        Image = Image,
        // Another tag means another version: one that was chosen for the former says nothing of it.
        Digest = Image.Trim() == _rest.Image ? _rest.Digest : null,
        Ports = [.. FormText.Words(Ports).Select(Port)],
        Command = CommandText.Words(Command),
        Volumes = [.. FormText.Lines(Volumes).Select(Volume)],
        Variables = [.. Variables.Where(variable => variable.Name.Trim().Length > 0).Select(variable => new VariableWish(variable.Name, variable.Value, variable.IsSecret ? true : null, variable is { IsSecret: true, IsFile: true }))],
        Gpu = UsesGpu ? _rest.Gpu ?? new GpuWish() : null,
        Lease = UsesGpu && (IsExclusive || ReservedMiB is not null || _rest.Lease is not null)
            ? (_rest.Lease ?? new LeaseWish()) with { IsExclusive = IsExclusive, ReservedMiB = ReservedMiB }
            : null,
        IdleStopMinutes = UsesGpu && IdleMinutes.Trim().Length > 0 ? Number(IdleMinutes.Trim()) : null,
        Adopt = TakesOver ? true : null,
        Updates = Updates.ToWish(),
        OnDrift = OnDrift,
    });

    private int? ReservedMiB => FormText.MiB(ReservedGiB);

    private PortWish Port(string text)
    {
        var isUdp = text.EndsWith("/udp", StringComparison.OrdinalIgnoreCase);
        var (address, ports) = Split(isUdp ? text[..^4] : text);
        var parts = ports.Split(':');
        return new PortWish(address ?? Address, Number(parts[0]), Number(parts[^1]), isUdp ? "udp" : "tcp");
    }

    /// <summary>An address of its own stands before the ports, one with colons in brackets.</summary>
    private static (string? Address, string Ports) Split(string text)
    {
        if (text.StartsWith('[') && text.IndexOf("]:", StringComparison.Ordinal) is > 0 and var end)
            return (text[1..end], text[(end + 2)..]);
        var parts = text.Split(':');
        return parts.Length == 3 ? (parts[0], $"{parts[1]}:{parts[2]}") : (null, text);
    }

    private static string Text(PortWish port, string address)
    {
        var ports = port.HostPort is null || port.HostPort == port.ContainerPort ? $"{port.ContainerPort}" : $"{port.HostPort}:{port.ContainerPort}";
        if (port.Address is { } own && own != address)
            ports = $"{(own.Contains(':') ? $"[{own}]" : own)}:{port.HostPort ?? port.ContainerPort}:{port.ContainerPort}";
        return ports + (port.Protocol == "udp" ? "/udp" : "");
    }

    private static VolumeWish Volume(string line)
    {
        var isReadOnly = line.EndsWith(":ro", StringComparison.Ordinal);
        var text = isReadOnly ? line[..^3] : line;
        var at = text.IndexOf(':');
        return at < 0 ? new VolumeWish(text, "", isReadOnly) : new VolumeWish(text[..at].Trim(), text[(at + 1)..].Trim(), isReadOnly);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
