using System.Reflection;
using HomelabPortal.Cloudflare;
using HomelabPortal.Docker;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator;

namespace HomelabPortal.Tests.Architecture;

/// <summary>The client libraries can be swapped one by one, and the simulator cannot be wrong together with them.</summary>
public sealed class ProjectReferenceTests
{
    [Theory]
    [InlineData(typeof(KubernetesClient))]
    [InlineData(typeof(CloudflareClient))]
    [InlineData(typeof(DockerClient))]
    [InlineData(typeof(SimulatedLab))]
    public void Library_OfOurs_ReferencesNoOtherProject(Type member)
    {
        var ours = member.Assembly.GetReferencedAssemblies().Select(name => name.Name).Where(IsOurs);
        var projects = SourceTree.Files(member.Assembly.GetName().Name!, ".csproj").Where(file => file.Text.Contains("<ProjectReference", StringComparison.Ordinal));

        Assert.Empty(ours);
        Assert.Empty(projects);
    }

    [Fact]
    public void Framework_AtRunTime_HoldsTheFixesThePortalCountsOn()
    {
        var version = typeof(Microsoft.AspNetCore.Builder.WebApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.True(Version.Parse(version.Split('-', '+')[0]) >= new Version(10, 0, 7), $"ASP.NET Core {version} is older than 10.0.7.");
    }

    private static bool IsOurs(string? name) => name?.StartsWith("HomelabPortal", StringComparison.Ordinal) == true;
}
