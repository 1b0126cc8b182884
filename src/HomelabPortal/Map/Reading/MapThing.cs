using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Reading;

/// <summary>One thing of the lab as the map shows it.</summary>
/// <param name="Id">Stays as long as the thing does: "service:media/sonarr".</param>
/// <param name="State">Null for what has none, such as the Internet.</param>
/// <param name="Words">How it is, in a few words or one sentence.</param>
/// <param name="Href">Its page.</param>
public sealed record MapThing(string Id, MapKind Kind, string Name, HealthState? State, string Words, string? Href)
{
    /// <summary>The namespace or machine it belongs to; empty where the name says it all.</summary>
    public string Of { get; init; } = "";

    /// <summary>When it was last seen, where it cannot be seen now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>All of it in one line, for whoever hears the map.</summary>
    public string Label => State is null ? $"{Lead}. {Words}".TrimEnd() : $"{Lead}: {Said}";

    /// <summary>How it is: its state, and what there is to say besides.</summary>
    public string Said => State is { } state ? Words.Length == 0 || Words == state.Word() ? $"{state.Word()}." : $"{state.Word()}. {Words}" : Words;

    /// <summary>"Pod sonarr-0 of media".</summary>
    public string Lead => $"{Kind.Word()} {Name}{(Of.Length > 0 ? $" of {Of}" : "")}".TrimStart();
}
