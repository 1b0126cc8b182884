using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Objects.Yaml;

namespace HomelabPortal.Tests.Cluster.Yaml;

public sealed class YamlWriterTests
{
    /// <summary>Texts that readers of YAML get wrong when they are not quoted, or when a block of them is marked wrongly.</summary>
    private static readonly string[] _nasty =
    [
        "on", "off", "yes", "No", "y", "N", "true", "FALSE", "null", "Null", "~", "", " ", "  x", "x  ", "1e3", "1E-3", "0x1F", "0o17", "017", "0b1", "1_000", "12:30:45", "190:20", ".5", "5.", ".inf", "-.INF",
        ".nan", "1.2", "1.2.3", "10.0.0.141", "2026-11-21", "2026-11-21T09:30:00Z", "<<", "=", "-", "--", "---", "...", "- x", "-x", "--flag=on", "?", "? x", ":", "a: b", "a:", "a #b", "#x", "&a", "*a", "!t", "|", ">", "'", "\"",
        "it's", "say \"hi\"", "%a", "@a", "`a`", "[a]", "{a: b}", "a, b", "tab\there", "\ttab", "back\\slash", "🦆", "naïve – ×", "\u00a0", "\u200d", "\u202e", "\ufeffx", "\u2028", "\u0085", "\u0007", "\r", "a\r\nb",
        "a\nb", "a\nb\n", "a\n\n", "\n", "\n\n", "\na", "\n\n  a\n", "  a\nb", " a\n  b\n", "a\n b\n  c", "a\n\n\nb", "a\n   \nb", "a\n\tb", "\ta\nb", "a \nb ", "# a\nb", "- a\n- b", "---\na", "a: |\n  b\n", "🦆\n🦆", new('x', 5000), "a " + new string('b', 300) + " c\nd",
    ];

    public static TheoryData<string> Nasty() => [.. _nasty];

    [Theory]
    [MemberData(nameof(Nasty))]
    public void Text_NastyOne_ComesBackAsItWas(string text)
    {
        var manifest = new JsonObject { ["first"] = text, ["list"] = new JsonArray(text, new JsonObject { ["inner"] = text, ["z"] = new JsonArray(text) }, new JsonArray(new JsonArray(text), text)), [text.Length is 0 or > 200 ? "key" : "k" + text] = text, ["zz"] = 1 };

        AssertComesBack(manifest);
    }

    [Fact]
    public void Object_AnyOne_ComesBackAsItWas() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Objects().ToArbitrary(), manifest => AssertComesBack(manifest)));

    [Fact]
    public void Object_Printed_LooksAsKubectlPrintsIt()
    {
        var manifest = JsonNode.Parse("""
            {"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"web","labels":{},"annotations":{"on":"true"},"creationTimestamp":"2026-11-21T09:30:00Z"},
             "data":{"b10":"x","b9":"a: b","config":"one\n  two\n","empty":""},"list":[{"name":"a","ports":[80,"http"]},[],"--log-level=debug"],"ratio":1e3,"off":null}
            """)!.AsObject();

        Assert.Equal("""
            apiVersion: v1
            data:
              b9: 'a: b'
              b10: x
              config: |
                one
                  two
              empty: ""
            kind: ConfigMap
            list:
            - name: a
              ports:
              - 80
              - http
            - []
            - --log-level=debug
            metadata:
              annotations:
                "on": "true"
              creationTimestamp: "2026-11-21T09:30:00Z"
              labels: {}
              name: web
            "off": null
            ratio: 1.0e+3

            """, YamlWriter.Text(YamlWriter.Write(manifest)));
    }

    [Fact]
    public void Tokens_OfALine_SayWhatTheyAre()
    {
        var line = YamlWriter.Write(new JsonObject { ["spec"] = new JsonArray(new JsonObject { ["replicas"] = 2, ["paused"] = false, ["token"] = "hush" }) }, text => text == "hush");

        Assert.Equal([YamlTokenKind.Key, YamlTokenKind.Mark], line[0].Tokens.Select(token => token.Kind));
        Assert.Equal([YamlTokenKind.Mark, YamlTokenKind.Key, YamlTokenKind.Mark, YamlTokenKind.Word], line[1].Tokens.Select(token => token.Kind));
        Assert.Equal(YamlTokenKind.Number, line[2].Tokens[^1].Kind);
        Assert.Equal(YamlTokenKind.Hidden, line[3].Tokens[^1].Kind);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a9", "a10")]
    [InlineData("a-b", "ab")]
    [InlineData("apiVersion", "kind")]
    [InlineData("a", "aa")]
    [InlineData("01", "1")]
    public void KeyOrder_TwoKeys_AreInTheOrderOfKubectl(string first, string second)
    {
        Assert.True(YamlKeyOrder.Instance.Compare(first, second) < 0);
        Assert.True(YamlKeyOrder.Instance.Compare(second, first) > 0);
    }

    private static void AssertComesBack(JsonObject manifest)
    {
        var text = YamlWriter.Text(YamlWriter.Write(manifest));

        Assert.True(JsonNode.DeepEquals(YamlAsJson.Read(text), manifest), $"{manifest.ToJsonString()}\nbecame\n{text}\nread as\n{YamlAsJson.Read(text)?.ToJsonString()}");
    }

    private static Gen<JsonObject> Objects() => Gen.Sized(size => Members(Math.Min(size, 12)));

    private static Gen<JsonObject> Members(int size) =>
        from count in Gen.Choose(0, 4)
        from keys in Texts().ListOf(count)
        from values in Nodes(size / 2).ListOf(count)
        select new JsonObject(keys.Zip(values).DistinctBy(pair => pair.First).Select(pair => KeyValuePair.Create(pair.First, pair.Second?.DeepClone())));

    private static Gen<JsonNode?> Nodes(int size)
    {
        var scalars = Gen.OneOf(
            Texts().Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Elements<JsonNode?>(null, JsonValue.Create(true), JsonValue.Create(false), JsonValue.Create(0), JsonValue.Create(-17), JsonValue.Create(1234567890123L), JsonValue.Create(0.5), JsonNode.Parse("1e3"), JsonNode.Parse("2.5E-7")));
        return size <= 0 ? scalars : Gen.OneOf(
            scalars,
            Members(size).Select(members => (JsonNode?)members),
            Gen.Choose(0, 3).SelectMany(count => Nodes(size / 2).ListOf(count)).Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])));
    }

    /// <summary>Nasty ones, pieces of them put together, and anything.</summary>
    private static Gen<string> Texts() => Gen.OneOf(
        Gen.Elements(_nasty).Where(text => text.Length < 400),
        Gen.Elements(" ", "\n", "\t", "-", ":", "#", "'", "\"", "|", "a", "1", ".", "e", "🦆", "\\", "{", "%").ListOf().Select(string.Concat).Where(text => text.Length < 400),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get).Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)));
}
