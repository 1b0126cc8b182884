namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>How Docker tells whether the container serves, as typed.</summary>
public sealed class HealthForm
{
    private HealthWish? _before;

    public HealthChoice Choice { get; set; }

    public string Command { get; set; } = "";

    public string Interval { get; set; } = "";

    public string Timeout { get; set; } = "";

    public string Retries { get; set; } = "";

    public string Start { get; set; } = "";

    internal static HealthForm Of(HealthWish? wish) => new()
    {
        _before = wish,
        Choice = wish is null ? HealthChoice.Image : string.IsNullOrEmpty(wish.Command) ? HealthChoice.None : HealthChoice.Command,
        Command = wish?.Command ?? "",
        Interval = FormText.Of(wish?.IntervalSeconds),
        Timeout = FormText.Of(wish?.TimeoutSeconds),
        Retries = FormText.Of(wish?.Retries),
        Start = FormText.Of(wish?.StartSeconds),
    };

    /// <summary>What was switched off stays as it was otherwise, so that a container is not made anew for numbers that mean nothing.</summary>
    internal HealthWish? ToWish() => Choice switch
    {
        HealthChoice.Image => null,
        HealthChoice.None => string.IsNullOrEmpty(_before?.Command) && _before is not null ? _before : new HealthWish(""),
        _ => new HealthWish(Command.Trim(), FormText.Whole(Interval), FormText.Whole(Timeout), FormText.Whole(Retries), FormText.Whole(Start)),
    };
}
