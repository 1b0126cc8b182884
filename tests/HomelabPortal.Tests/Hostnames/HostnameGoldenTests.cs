using System.Text.Json.Nodes;
using HomelabPortal.Hostnames.Table;

namespace HomelabPortal.Tests.Hostnames;

/// <summary>One folder a case: a lab, and its table as a person reads it. With UPDATE_GOLDEN=1 the tables are written, to be read in the diff.</summary>
public sealed class HostnameGoldenTests
{
    public static IEnumerable<object[]> Cases() => GoldenCase.NamesIn(GoldenCase.ThisFile());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Table_OfCase_IsAsWritten(string name)
    {
        var folder = Path.Combine(Path.GetDirectoryName(GoldenCase.ThisFile())!, "Golden", name);
        var world = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "world.json")))!.AsObject();
        var text = string.Concat(HostnameTable.Of(HostWorld.Read(world)).Select(Line));
        var file = Path.Combine(folder, "table.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, text);
        else
            Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void Cases_Together_ShowEveryClass()
    {
        var root = Path.Combine(Path.GetDirectoryName(GoldenCase.ThisFile())!, "Golden");
        var seen = Directory.GetFiles(root, "table.txt", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.All(HostnameClasses.All, kind => Assert.Contains(seen, table => table.Contains($"  {kind.Word()} (", StringComparison.Ordinal)));
    }

    private static string Line(HostnameRow row) =>
        $"""
        {row.Name}
          {row.Class.Word()} ({row.State}): {row.Reason}
          reach {row.Reach}, login {row.Login.Kind} {row.Login.Text}
          house: {row.InHouse}
          internet: {row.FromInternet}
          mend: {string.Join(" | ", row.Mendings.Select(step => $"{step.Text} → {step.Href}"))}

        """;
}
