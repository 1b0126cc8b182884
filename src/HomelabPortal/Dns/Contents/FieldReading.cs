namespace HomelabPortal.Dns.Contents;

/// <summary>One part of a record's content as it was read: its canonical value, or what is wrong with it.</summary>
internal readonly record struct FieldReading(string Value, string? Fault)
{
    public static FieldReading Good(string value) => new(value, null);

    public static FieldReading Bad(string typed, string fault) => new(typed, fault);
}
