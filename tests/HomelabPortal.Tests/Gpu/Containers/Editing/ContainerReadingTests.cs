using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Editing.Form;

namespace HomelabPortal.Tests.Gpu.Containers.Editing;

public sealed class ContainerReadingTests
{
    [Fact]
    public void Variable_NamedLikeASecret_IsKeptApartFromTheContainer()
    {
        var (container, secrets) = Read([new VariableWish("HF_TOKEN", "hf_abc"), new VariableWish("MODE", "fast")]);

        Assert.Equal(["HF_TOKEN new", "MODE fast"], container.Variables.Select(variable => $"{variable.Name} {variable.Secret ?? variable.Value}"));
        Assert.Equal("hf_abc", Assert.Single(secrets).Value);
        Assert.DoesNotContain("hf_abc", container.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_LeftEmpty_KeepsItsValue()
    {
        var (before, _) = Read([new VariableWish("HF_TOKEN", "hf_abc")]);

        var (after, secrets) = ContainerReading.Read(Wish([new VariableWish("HF_TOKEN")]), before.Id, before, null, () => "other");

        Assert.Equal<ContainerVariable>(before.Variables, after.Variables);
        Assert.Empty(secrets);
    }

    [Fact]
    public void Secret_GivenAgain_HasAnotherName()
    {
        var (before, _) = Read([new VariableWish("HF_TOKEN", "hf_abc")]);

        var (after, secrets) = ContainerReading.Read(Wish([new VariableWish("HF_TOKEN", "hf_def")]), before.Id, before, null, () => "other");

        Assert.Equal("other", after.Variables.Single().Secret);
        Assert.Equal("hf_def", secrets["other"]);
    }

    [Fact]
    public void Secret_AsAFile_StaysOneWhenItIsNotSaidAgain()
    {
        var (before, _) = Read([new VariableWish("HF_TOKEN", "hf_abc", IsFile: true)]);

        var (after, _) = ContainerReading.Read(Wish([new VariableWish("HF_TOKEN")]), before.Id, before, null, () => "other");

        Assert.True(after.Variables.Single().IsFile);
    }

    [Fact]
    public void Updates_LeftOut_StayAsTheyWere()
    {
        var wish = Wish([]) with { Updates = new UpdateWish(UpdateMode.Window, new TimeOnly(3, 0), new TimeOnly(5, 0), [DayOfWeek.Sunday], "Europe/Berlin"), OnDrift = DriftRule.Notice };
        var (before, _) = ContainerReading.Read(wish, "ct00000001", null, null, () => "new");

        var (after, _) = ContainerReading.Read(Wish([]), before.Id, before with { LeftDigests = ["sha256:1"] }, null, () => "new");

        Assert.Equal((before.Updates, DriftRule.Notice), (after.Updates, after.OnDrift));
        Assert.Equal<string>(["sha256:1"], after.LeftDigests);
    }

    [Fact]
    public void Form_OfAWindow_ComesBackAsItWas()
    {
        var wish = new UpdateWish(UpdateMode.Window, new TimeOnly(23, 0), new TimeOnly(2, 0), [DayOfWeek.Sunday, DayOfWeek.Friday], "Europe/Berlin");

        var back = UpdateForm.Of(wish).ToWish();

        Assert.Equal((wish.Mode, wish.From, wish.To, wish.TimeZone), (back.Mode, back.From, back.To, back.TimeZone));
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Friday], back.Days);
    }

    [Theory]
    [InlineData("serve --port 80", new[] { "serve", "--port", "80" })]
    [InlineData("  a\t b ", new[] { "a", "b" })]
    [InlineData("sh -c \"echo 'a b'\"", new[] { "sh", "-c", "echo 'a b'" })]
    [InlineData("--name='' x", new[] { "--name=", "x" })]
    [InlineData("\"\"", new[] { "" })]
    public void Line_OfACommand_IsSplitAsAShellWould(string line, string[] words) => Assert.Equal(words, CommandText.Words(line));

    [Theory]
    [InlineData("plain")]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("it's")]
    [InlineData("say \"it's\" now")]
    public void Word_ThroughALine_StaysOneWord(string word) => Assert.Equal(["a", word, "b"], CommandText.Words(CommandText.Of(["a", word, "b"])));

    private static (DesiredContainer Container, System.Collections.Immutable.ImmutableDictionary<string, string> Secrets) Read(VariableWish[] variables) =>
        ContainerReading.Read(Wish(variables), "ct00000001", null, null, () => "new");

    private static ContainerWish Wish(VariableWish[] variables) => new(Host: "gpu", Name: "ollama", Image: "ollama/ollama", Variables: variables);
}
