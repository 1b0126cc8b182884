using System.Text.Json.Nodes;

namespace HomelabPortal.Logins.Planning;

/// <summary>Pure: says in a few words in what two images differ.</summary>
internal static class LoginDifferences
{
    private static readonly (string Member, string Words)[] _members =
    [
        ("name", "its name"), ("places", "what it guards"), ("policies", "its policies"), ("providers", "its identity providers"), ("session", "how long a login holds"),
        ("tags", "its tags"), ("decision", "what it decides"), ("include", "whom it lets pass"), ("exclude", "whom it keeps out"), ("require", "what else it asks for"),
    ];

    public static string Between(JsonNode before, JsonNode after)
    {
        var words = _members.Where(member => !JsonNode.DeepEquals(before[member.Member], after[member.Member])).Select(member => member.Words).ToList();
        return words.Count == 0 ? "nothing" : string.Join(", ", words);
    }
}
