using System.Text.Json.Serialization.Metadata;
using HomelabPortal.Api.Problems;

namespace HomelabPortal.Api;

/// <summary>Pure: says what is wrong with a JSON body, at the member where it is wrong.</summary>
internal static class JsonFaults
{
    public static Problem Nothing { get; } = At("body", "The body is null. Send a JSON object.");

    /// <param name="path">Where reading stopped, such as "$.backend.prot".</param>
    public static Problem Explain(string? path, JsonTypeInfo type)
    {
        var member = path is null or "$" ? "" : path.TrimStart('$').TrimStart('.');
        if (member.Length == 0)
            return At("body", "The body is no JSON object, or is not whole.");
        return IsKnown(member.Split('.'), type)
            ? At(member, $"{member} is there twice, or has a value of the wrong kind.")
            : At(member, $"There is no member {member} here.");
    }

    private static Problem At(string member, string why) => Problem.Of(StatusCodes.Status400BadRequest) with
    {
        Type = Problem.Json,
        Title = "The body could not be read.",
        Detail = why,
        Errors = new Dictionary<string, string[]> { [member] = [why] },
    };

    private static bool IsKnown(ReadOnlySpan<string> steps, JsonTypeInfo type)
    {
        if (steps.IsEmpty)
            return true;
        var name = steps[0].Split('[')[0];
        return type.Properties.FirstOrDefault(property => property.Name == name) is { } property
            && IsKnown(steps[1..], type.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
    }
}
