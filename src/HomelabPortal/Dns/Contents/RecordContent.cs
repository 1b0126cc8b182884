using System.Collections.Immutable;

namespace HomelabPortal.Dns.Contents;

/// <summary>What a record holds, in its parts.</summary>
internal sealed record RecordContent(RecordType Type, ImmutableArray<FieldReading> Parts)
{
    public bool IsGood => Parts.All(part => part.Fault is null) && CrossFault is null;

    /// <summary>Zone-file text in the one form that equal contents share.</summary>
    public string Text => string.Join(' ', Parts.Select(part => part.Value).Where(value => value.Length > 0));

    /// <summary>The first fault as a sentence, with an example.</summary>
    public string? Fault => Parts.Select(part => part.Fault).FirstOrDefault(fault => fault is not null) ?? CrossFault;

    /// <summary>Faults by the key of their part.</summary>
    public IReadOnlyDictionary<string, string> Faults
    {
        get
        {
            var faults = Type.Fields.Zip(Parts).Where(pair => pair.Second.Fault is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second.Fault!);
            if (CrossFault is { } cross)
                faults.TryAdd(Type.Fields[^1].Key, cross);
            return faults;
        }
    }

    public string Of(string key)
    {
        var at = Type.Fields.IndexOf(Type.Fields.First(field => field.Key == key));
        return Parts[at].Value;
    }

    /// <summary>What is right by itself but not together.</summary>
    private string? CrossFault => Type.Name switch
    {
        "HTTPS" or "SVCB" when Of("priority") == "0" && Of("value").Length > 0 =>
            "Priority 0 makes it an alias, and an alias has no parameters. Leave them out, or begin with priority 1.",
        "HTTPS" or "SVCB" when Of("priority") == "0" && Of("target") == "." => "An alias (priority 0) needs a target, for example svc.cowlab.org.",
        "MX" when Of("target") == "." && Of("priority") != "0" => "A name that takes no mail says “0 .”; choose priority 0, or name a mail server.",
        _ => null,
    };
}
