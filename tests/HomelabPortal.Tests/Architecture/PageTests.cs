using System.Reflection;
using HomelabPortal.Cloudflare;
using HomelabPortal.Docker;
using HomelabPortal.Kubernetes;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Architecture;

/// <summary>Data flows one way: a page reads published states and hands edits on, and calls no outside system itself.</summary>
public sealed class PageTests
{
    private static readonly Type[] _outOfReach =
        [typeof(KubernetesClient), typeof(CloudflareClient), typeof(DockerClient), typeof(LabConnections), typeof(IDbContextFactory<>), typeof(DbContext), typeof(ITarget)];

    [Fact]
    public void RazorFile_AnyOfThem_NamesNothingOutside()
    {
        var names = _outOfReach.Select(type => type.Name.Split('`')[0]).ToList();
        var wrong = SourceTree.Files("HomelabPortal", ".razor")
            .SelectMany(file => names.Where(name => file.Text.Contains(name, StringComparison.Ordinal)).Select(name => $"{file.Path} names {name}"));

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Component_AnyOfThem_MentionsNothingOutside()
    {
        var components = typeof(LabConnections).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent))).ToList();
        // What the compiler makes of an async method or a lambda of a component is nested in it.
        var types = components.SelectMany(component => component.GetNestedTypes(BindingFlags.NonPublic).Append(component));
        var wrong = types.SelectMany(type => TypeUses.Of(type).Where(_outOfReach.Contains).Select(used => $"{type.FullName} mentions {used.Name}"));

        Assert.NotEmpty(components);
        Assert.Equal([], wrong);
    }
}
