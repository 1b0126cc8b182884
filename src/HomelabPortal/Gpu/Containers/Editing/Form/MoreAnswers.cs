using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>What the form asks under "More": most containers leave all of it as the image has it.</summary>
public sealed class MoreAnswers
{
    public HealthForm Health { get; private init; } = new();

    public RightsAnswers Reach { get; private init; } = new();

    public string Entrypoint { get; set; } = "";

    public string MemoryGiB { get; set; } = "";

    public string Processors { get; set; } = "";

    public string SharedGiB { get; set; } = "";

    public RestartRule Restart { get; set; } = RestartRule.UnlessStopped;

    public string StopSeconds { get; set; } = "";

    public string User { get; set; } = "";

    /// <summary>The one that it begins in, then further ones.</summary>
    public string Networks { get; set; } = "";

    /// <summary>One a line: name=value.</summary>
    public string Labels { get; set; } = "";

    /// <summary>One a line: /dev/….</summary>
    public string Devices { get; set; } = "";

    public string Priority { get; set; } = "";

    internal static MoreAnswers Of(ContainerWish wish) => new()
    {
        Health = HealthForm.Of(wish.Health),
        Reach = RightsAnswers.Of(wish),
        Entrypoint = CommandText.Of(wish.Entrypoint ?? []),
        MemoryGiB = FormText.GiB(wish.MemoryMiB),
        Processors = FormText.Of(wish.Processors),
        SharedGiB = FormText.GiB(wish.SharedMemoryMiB),
        Restart = wish.Restart ?? RestartRule.UnlessStopped,
        StopSeconds = FormText.Of(wish.StopSeconds),
        User = wish.User ?? "",
        Networks = string.Join(' ', (wish.FurtherNetworks ?? []).Prepend(wish.Network ?? "")).Trim(),
        Labels = string.Join('\n', (wish.Labels ?? new Dictionary<string, string>()).Select(label => $"{label.Key}={label.Value}")),
        Devices = string.Join('\n', wish.Devices ?? []),
        Priority = wish.Lease?.Priority is { } priority and not 0 ? FormText.Of(priority) : "",
    };

    internal ContainerWish Apply(ContainerWish wish) => Reach.Apply(wish) with
    {
        Entrypoint = CommandText.Words(Entrypoint),
        Health = Health.ToWish(),
        MemoryMiB = FormText.MiB(MemoryGiB),
        Processors = FormText.Fraction(Processors),
        SharedMemoryMiB = FormText.MiB(SharedGiB),
        Restart = Restart,
        StopSeconds = FormText.Whole(StopSeconds),
        User = User,
        Network = FormText.Words(Networks).FirstOrDefault(),
        FurtherNetworks = [.. FormText.Words(Networks).Skip(1)],
        Labels = LabelsOf(Labels),
        Devices = FormText.Lines(Devices),
        Lease = wish.Lease is { } lease ? lease with { Priority = PriorityOf(Priority) } : null,
    };

    /// <summary>The last one of a name counts, as it does for Docker.</summary>
    private static Dictionary<string, string> LabelsOf(string text)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in FormText.Lines(text).Select(line => line.Split('=', 2)))
            labels[parts[0].Trim()] = parts.Length > 1 ? parts[1].Trim() : "";
        return labels;
    }

    /// <summary>What is no number is out of range, so that the check says so.</summary>
    private static int? PriorityOf(string text) =>
        text.Trim().Length == 0 ? null : int.TryParse(text.Trim(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
