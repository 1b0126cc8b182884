using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>Pure: when new versions may be taken.</summary>
internal static class UpdateChecks
{
    private const int MostLetters = 64;

    public static IEnumerable<FieldFault> Check(DesiredContainer container)
    {
        var rule = container.Updates;
        if (rule.Mode == UpdateMode.Window && rule.Window is null)
            yield return new(ContainerFields.Updates, "Updates by schedule need a window: from when to when.");
        if (rule.Window is not { } window)
            yield break;
        if (window.From == window.To)
            yield return new(ContainerFields.Updates, "The window has to end at another time than it begins.");
        if (FindZone(window.TimeZone) is null)
            yield return new(ContainerFields.Updates, $"“{window.TimeZone}” is not a time zone known here. Give one such as Europe/Berlin, or UTC.");
        if (window.Days.Distinct().Count() != window.Days.Length || window.Days.Any(day => !Enum.IsDefined(day)))
            yield return new(ContainerFields.Updates, "A day of the week is there twice or does not exist.");
    }

    /// <summary>Only letters and what stands between them: the name is that of a file of the system.</summary>
    public static TimeZoneInfo? FindZone(string? name) =>
        name is { Length: > 0 and <= MostLetters } && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+' or '/')
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : null;
}
