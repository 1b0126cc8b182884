using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Objects.Yaml;
using HomelabPortal.Gpu.Work.Masking;

namespace HomelabPortal.Tests.Gpu.Work.Masking;

/// <summary>Whatever a secret is made of and wherever it stands: it is nowhere in what is shown.</summary>
public sealed class SecretMaskProperties
{
    private static readonly string[] _names = ["HF_TOKEN", "DB_PASSWORD", "APP_SECRET", "api-key", "AWS_SECRET_ACCESS_KEY"];

    private static readonly Gen<string> _secret =
        from letters in Gen.Elements("qzwxQZWX0189+/=%&\"'\\$é -:#|,\n".ToCharArray()).ArrayOf(14)
        from length in Gen.Choose(6, 14)
        // A letter at both ends: blanks there belong to nobody's secret, and numbers of few digits are ports.
        select $"q{new string(letters[..length])}z";

    private static readonly Arbitrary<(string Secret, string Other, string Name, int Place)> _cases =
        (from secret in _secret
         from other in _secret
         from name in Gen.Elements(_names)
         from place in Gen.Choose(0, 3)
         select (secret, other, name, place)).ToArbitrary();

    [Fact]
    public void Secret_OfAnyContainer_IsNowhereInItsDescription() => Prop.ForAll(_cases, IsHidden).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Secret_ThatIsKnown_IsNowhereInALog() => Prop.ForAll(_cases, kase =>
    {
        var mask = SecretMask.Of([kase.Secret, kase.Other]);
        var line = mask.Apply($"GET /?a={Uri.EscapeDataString(kase.Secret)} {kase.Other}{kase.Secret} {kase.Secret}!");
        return !line.Contains(kase.Secret, StringComparison.Ordinal) && !line.Contains(kase.Other, StringComparison.Ordinal) && !line.Contains(Uri.EscapeDataString(kase.Secret), StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static bool IsHidden((string Secret, string Other, string Name, int Place) kase)
    {
        using var described = JsonDocument.Parse(Describe(kase.Secret, kase.Other, kase.Name, kase.Place).ToJsonString());
        var known = new HashSet<string>();
        // The second one is kept by the portal for another container.
        var mask = SecretMask.Of([.. SecretFinder.Of(described.RootElement, known), kase.Other]);
        var shown = new MaskedDocument(mask, known).Of(described.RootElement);
        var yaml = YamlWriter.Text(YamlWriter.Write(shown));
        return new[] { kase.Secret, kase.Other }.All(secret => !Texts(shown).Any(text => text.Contains(secret, StringComparison.Ordinal)) && !yaml.Contains(secret, StringComparison.Ordinal));
    }

    /// <summary>Once where it can be found by its name, and then everywhere.</summary>
    private static JsonObject Describe(string secret, string other, string name, int place) => new()
    {
        ["Id"] = "0123456789abcdef",
        ["Args"] = new JsonArray("serve", $"x{secret}y"),
        ["Config"] = new JsonObject
        {
            ["Env"] = new JsonArray("PATH=/bin", place == 0 ? $"{name}={secret}" : "A=b", $"NOTE={secret}", $"MORE=see {other}"),
            ["Cmd"] = place == 1 ? new JsonArray("serve", $"--{name}", secret, other) : new JsonArray("serve", secret, place == 2 ? $"--{name}={secret}" : "on"),
            ["Labels"] = new JsonObject { ["note"] = $"a {secret} {other}", [$"of {secret}"] = "b", [place == 3 ? name : "x"] = place == 3 ? secret : "y" },
            ["Healthcheck"] = new JsonObject { ["Test"] = new JsonArray("CMD-SHELL", $"curl -H 'X: {secret}' http://localhost/{Uri.EscapeDataString(secret)}") },
        },
        ["State"] = new JsonObject { ["Health"] = new JsonObject { ["Log"] = new JsonArray(new JsonObject { ["Output"] = $"401 {secret}\n{other}" }) } },
        ["HostConfig"] = new JsonObject { ["LogConfig"] = new JsonObject { ["Config"] = new JsonObject { ["tag"] = secret } }, ["Memory"] = 0 },
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
