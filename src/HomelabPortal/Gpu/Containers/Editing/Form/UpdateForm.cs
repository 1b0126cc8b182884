using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>When new versions are taken, as the form asks it.</summary>
public sealed class UpdateForm
{
    private static readonly TimeOnly _usualBegin = new(3, 0);
    private static readonly TimeOnly _usualEnd = new(5, 0);

    public UpdateMode Mode { get; set; }

    public TimeOnly From { get; set; } = _usualBegin;

    public TimeOnly To { get; set; } = _usualEnd;

    /// <summary>The zone of the clock; empty until somebody chose one.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Never empty while somebody chooses: no day at all would be never.</summary>
    public HashSet<DayOfWeek> Days { get; } = [.. Enum.GetValues<DayOfWeek>()];

    internal static UpdateForm Of(UpdateWish? wish)
    {
        var form = new UpdateForm { Mode = wish?.Mode ?? UpdateMode.Notice, From = wish?.From ?? _usualBegin, To = wish?.To ?? _usualEnd, TimeZone = wish?.TimeZone ?? "" };
        if (wish?.Days is { Count: > 0 } days)
            form.Days.IntersectWith(days);
        return form;
    }

    /// <summary>A window that is not used is not kept.</summary>
    internal UpdateWish ToWish() => Mode == UpdateMode.Window
        ? new UpdateWish(Mode, From, To, Days.Count == Enum.GetValues<DayOfWeek>().Length ? [] : [.. Days.Order()], TimeZone)
        : new UpdateWish(Mode);
}
