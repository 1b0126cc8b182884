using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Editing.Form;
using HomelabPortal.Gpu.Containers.Templates;

namespace HomelabPortal.Tests.Gpu.Containers.Templates;

public sealed class ContainerTemplatesTests
{
    public static TheoryData<string> Ids => [.. ContainerTemplates.All.Select(template => template.Id)];

    [Fact]
    public void Templates_ThatComeWithThePortal_AreThese() => Assert.Equal(
        ["comfyui", "faster-whisper", "gpu-exporter", "llama-cpp", "llama-swap", "ollama", "open-webui", "tgi", "vllm"],
        ContainerTemplates.All.Select(template => template.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Template_FilledForAHost_KeepsEveryRule(string id)
    {
        var wish = ContainerTemplates.Find(id)!.For("gpu", "10.0.0.150");
        // A secret of a template is for the person to give.
        var given = wish with { Variables = [.. (wish.Variables ?? []).Select(variable => variable.IsSecret == true ? variable with { Value = "given" } : variable)] };
        var (container, _) = ContainerReading.Read(given, "ct00000001", null, null, () => "s1");

        Assert.Equal([], ContainerChecks.Check(container, [], []).Values);
        Assert.False(container.IsUnsafe);
    }

    [Theory]
    [InlineData("10.0.0.162", "http://10.0.0.162:11434")]
    [InlineData(null, "")]
    public void OpenWebUi_ForAHost_LooksForOllamaThere(string? address, string value) =>
        Assert.Equal(value, ContainerTemplates.Find("open-webui")!.For("gpu2", address).Variables!.Single(variable => variable.Name == "OLLAMA_BASE_URL").Value);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Template_ForAHost_HasNoAddressOfAnotherOne(string id)
    {
        var wish = ContainerTemplates.Find(id)!.For("gpu2", "10.0.0.162");

        Assert.DoesNotContain(wish.Variables ?? [], variable => variable.Value?.Contains("10.0.0.150", StringComparison.Ordinal) == true || variable.Value?.Contains(ContainerTemplate.HostAddress, StringComparison.Ordinal) == true);
    }

    /// <summary>The form shows a part of it; the rest must come through untouched.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Template_ThroughTheForm_IsTheSameContainer(string id)
    {
        var wish = ContainerTemplates.Find(id)!.For("gpu", "10.0.0.150");

        var (direct, _) = ContainerReading.Read(wish, "ct00000001", null, null, () => "s1");
        var (through, _) = ContainerReading.Read(ContainerForm.Of(wish).ToWish(), "ct00000001", null, null, () => "s1");

        Assert.Equal(direct, through);
    }
}
