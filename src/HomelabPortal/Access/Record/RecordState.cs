namespace HomelabPortal.Access.Record;

/// <summary>How much is on record.</summary>
/// <param name="Oldest">Null while nothing is.</param>
public sealed record RecordState(RecordRetention Retention, int Acts, DateTimeOffset? Oldest)
{
    public static RecordState Empty { get; } = new(RecordRetention.Default, 0, null);
}
