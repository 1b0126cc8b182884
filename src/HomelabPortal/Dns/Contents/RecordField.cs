namespace HomelabPortal.Dns.Contents;

/// <summary>One part of what a record of some type holds, as the form asks for it.</summary>
/// <param name="Key">Its name in the API's <c>data</c> object.</param>
/// <param name="Example">A value that would be right.</param>
/// <param name="Read">Reads what was typed; the value that comes of it reads as itself again.</param>
internal sealed record RecordField(string Key, string Label, string Example, Func<string, FieldReading> Read)
{
    public bool IsNumber { get; init; }

    /// <summary>May stay empty.</summary>
    public bool IsOptional { get; init; }

    public string? Help { get; init; }
}
