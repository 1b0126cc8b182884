using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>Finding out what is there.</summary>
public abstract class KubernetesReadConformance : KubernetesConformance
{
    [ConformanceFact]
    public async Task Version_IsThatOfAKubernetes()
    {
        var version = await Client.GetVersionAsync(Limit);
        Assert.Matches(@"^v1\.\d+\.", version.GitVersion);
        Assert.Equal("1", version.Major);
    }

    [ConformanceFact]
    public async Task Discovery_FindsCoreGroupsAndCustomResources()
    {
        var discovery = await Client.DiscoverAsync(Limit);
        var pods = discovery.GroupVersions.Single(served => served.Group == "").Resources.Single(resource => resource.Name == "pods");
        Assert.Equal(("Pod", true), (pods.Kind, pods.Namespaced));
        Assert.Contains("watch", pods.Verbs);
        Assert.All(
            new ResourceType[] { ResourceTypes.Nodes, ResourceTypes.Deployments, ResourceTypes.Ingresses, ResourceTypes.Leases, ResourceTypes.IngressRoutes, ResourceTypes.LonghornVolumes, ResourceTypes.Certificates },
            type => Assert.True(discovery.Serves(type), $"{type} is not served"));
        Assert.False(discovery.Serves(ResourceTypes.ArgoApplications));
        Assert.Contains("v1", discovery.VersionsOf("apps"));
    }

    [ConformanceFact]
    public async Task KindsWithSeveralVersions_AreReadInTheServedOne()
    {
        var discovery = await Client.DiscoverAsync(Limit);
        foreach (var type in new[] { await VersionOfAsync(ResourceTypes.EndpointSlices), await VersionOfAsync(ResourceTypes.CronJobs) })
            Assert.Contains(discovery.GroupVersions, served => served.Group == type.Group && served.Version == type.Version);
        Assert.Empty((await ListAsync(ResourceTypes.EndpointSlices)).Items);
        Assert.Empty((await ListAsync(ResourceTypes.CronJobs)).Items);

        async Task<ResourceType> VersionOfAsync<T>(ResourceType<T> type)
            where T : class, IKubernetesObject => await Client.ResolveAsync(type, Limit);
    }

    [ConformanceFact]
    public async Task EveryBuiltInKind_CanBeListed()
    {
        await Task.WhenAll(
            ListAsync(ResourceTypes.Pods), ListAsync(ResourceTypes.Services), ListAsync(ResourceTypes.Events), ListAsync(ResourceTypes.PersistentVolumeClaims),
            ListAsync(ResourceTypes.Deployments), ListAsync(ResourceTypes.StatefulSets), ListAsync(ResourceTypes.DaemonSets), ListAsync(ResourceTypes.ReplicaSets),
            ListAsync(ResourceTypes.Jobs), ListAsync(ResourceTypes.Ingresses), ListAsync(ResourceTypes.Leases), ListAsync(ResourceTypes.Nodes),
            ListAsync(ResourceTypes.PersistentVolumes), ListAsync(ResourceTypes.IngressRoutes), ListAsync(ResourceTypes.Middlewares), ListAsync(ResourceTypes.IpAddressPools),
            ListAsync(ResourceTypes.Certificates), ListAsync(ResourceTypes.LonghornVolumes), ListAsync(ResourceTypes.LonghornNodes));
    }

    [ConformanceFact]
    public async Task List_InPages_IsWholeAndInOrder()
    {
        foreach (var number in Enumerable.Range(1, 7))
            await ApplyServiceAsync($"web-{number}");
        var list = await Client.ListAsync(ResourceTypes.Services, new ListOptions { Namespace = Namespace, PageSize = 2 }, Limit);
        Assert.Equal(Enumerable.Range(1, 7).Select(number => $"web-{number}"), list.Items.Select(service => service.Metadata.Name));
        Assert.NotEmpty(list.ResourceVersion);
    }

    [ConformanceFact]
    public async Task ListPage_OneAfterTheOther_EndsWithoutATokenAndCountsTheRest()
    {
        foreach (var number in Enumerable.Range(1, 5))
            await ApplyServiceAsync($"web-{number}");
        var options = new ListOptions { Namespace = Namespace, PageSize = 3 };
        var first = await Client.ListPageAsync(ResourceTypes.Services, options, "", Limit);
        Assert.Equal(["web-1", "web-2", "web-3"], first.Items.Select(service => service.Metadata.Name));
        Assert.Equal(2, first.Remaining);
        var last = await Client.ListPageAsync(ResourceTypes.Services, options, first.Continue, Limit);
        Assert.Equal(["web-4", "web-5"], last.Items.Select(service => service.Metadata.Name));
        Assert.Equal(("", null), (last.Continue, last.Remaining));
    }

    [ConformanceFact]
    public async Task ListMetadata_OfBuiltInAndCustomKinds_IsMetadataAlone()
    {
        await ApplyServiceAsync("web");
        await ApplyAsync(ResourceTypes.Middlewares, """{"metadata":{"name":"strip","labels":{"group":"a"}},"spec":{"stripPrefix":{"prefixes":["/a"]}}}""");
        var options = new ListOptions { Namespace = Namespace, PageSize = 10 };
        var service = Assert.Single((await Client.ListMetadataAsync(ResourceTypes.Services, options, "", Limit)).Items);
        Assert.Equal(("web", Namespace), (service.Metadata.Name, service.Metadata.Namespace));
        Assert.NotNull(service.Metadata.CreationTimestamp);
        Assert.Equal("a", Assert.Single((await Client.ListMetadataAsync(ResourceTypes.Middlewares, options, "", Limit)).Items).Metadata.Labels["group"]);
    }

    [ConformanceFact]
    public async Task ListMetadata_OfSecrets_SendsNoneOfTheirData()
    {
        var secrets = new ResourceType("", "v1", "secrets", "Secret", true);
        await ApplyAsync(secrets, """{"metadata":{"name":"hush"},"stringData":{"word":"plain-words-of-the-secret"}}""");
        using var http = new HttpClient(ConnectionHandler.Create(Client.Connection));
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Client.Connection.BaseAddress, $"api/v1/namespaces/{Namespace}/secrets"));
        request.Headers.TryAddWithoutValidation("Accept", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
        if (await Client.Connection.Credential.GetTokenAsync(TimeProvider.System, Limit) is { } token)
            request.Headers.Authorization = new("Bearer", token);
        var text = await (await http.SendAsync(request, Limit)).Content.ReadAsStringAsync(Limit);
        Assert.Contains("\"kind\":\"PartialObjectMetadataList\"", text);
        Assert.Contains("\"kind\":\"PartialObjectMetadata\"", text);
        Assert.Contains("hush", text);
        Assert.DoesNotContain("cGxhaW4td29yZHMtb2YtdGhlLXNlY3JldA", text);
        Assert.Equal(["hush"], (await Client.ListMetadataAsync(secrets, new ListOptions { Namespace = Namespace, PageSize = 10 }, "", Limit)).Items.Select(item => item.Metadata.Name).Where(name => name == "hush"));
    }

    [ConformanceFact]
    public async Task List_FromCache_HasWhatWasThereBefore()
    {
        await ApplyServiceAsync("web");
        var exact = await ListAsync(ResourceTypes.Services);
        var cached = await Client.ListAsync(ResourceTypes.Services, new ListOptions { Namespace = Namespace, ResourceVersion = exact.ResourceVersion }, Limit);
        Assert.Equal("web", Assert.Single(cached.Items).Metadata.Name);
        await Client.ListAsync(ResourceTypes.Services, new ListOptions { Namespace = Namespace, ResourceVersion = "0" }, Limit);
    }

    [ConformanceFact]
    public async Task List_Selectors_Narrow()
    {
        await ApplyServiceAsync("one", "a");
        await ApplyServiceAsync("two", "b");
        Assert.Equal(["two"], (await ListAsync(ResourceTypes.Services, "group in (b, c)")).Items.Select(service => service.Metadata.Name));
        Assert.Equal(["one"], (await ListAsync(ResourceTypes.Services, "group!=b")).Items.Select(service => service.Metadata.Name));
        var byField = await Client.ListAsync(ResourceTypes.Services, new ListOptions { Namespace = Namespace, FieldSelector = "metadata.name=one" }, Limit);
        Assert.Equal(["one"], byField.Items.Select(service => service.Metadata.Name));
    }

    [ConformanceFact]
    public async Task Get_ObjectOfANamespace_IsRead()
    {
        await ApplyServiceAsync("web");
        var service = await Client.GetAsync(ResourceTypes.Services, Namespace, "web", Limit);
        Assert.Equal((Namespace, "ClusterIP"), (service?.Metadata.Namespace, service?.Spec.Type));
        Assert.Equal((80, "TCP", "web"), (service!.Spec.Ports[0].Port, service.Spec.Ports[0].Protocol, service.Spec.Ports[0].TargetPort?.Text));
        Assert.NotEqual("", service.Spec.ClusterIp);
        Assert.NotNull(service.Metadata.CreationTimestamp);
        Assert.NotEqual("", service.Metadata.Uid);
        Assert.NotNull((await Client.GetRawAsync(ResourceTypes.Services, Namespace, "web", Limit))?["metadata"]?["managedFields"]);
    }

    [ConformanceFact]
    public async Task Get_ObjectWithoutNamespace_IsRead() =>
        Assert.Equal("Active", (await Client.GetAsync(ResourceTypes.Namespaces, null, Namespace, Limit))?.Status.Phase);

    [ConformanceFact]
    public async Task Get_WhatIsNotThere_IsNull()
    {
        Assert.Null(await Client.GetAsync(ResourceTypes.Services, Namespace, "none", Limit));
        Assert.Null(await Client.GetRawAsync(ResourceTypes.IngressRoutes, Namespace, "none", Limit));
        Assert.Null(await Client.GetAsync(ResourceTypes.Services, "no-such-namespace", "none", Limit));
        Assert.Null(await Client.GetAsync(ResourceTypes.Nodes, null, "none", Limit));
    }

    [ConformanceFact]
    public async Task KindThatIsNotServed_IsNotInstalled()
    {
        await AssertFailsAsync(KubernetesErrorKind.NotInstalled, () => ListAsync(ResourceTypes.ArgoApplications));
        await AssertFailsAsync(KubernetesErrorKind.NotInstalled, () => Client.GetAsync(ResourceTypes.ArgoApplications, Namespace, "none", Limit));
    }

    [ConformanceFact]
    public async Task Selector_ThatIsNone_IsInvalid() =>
        await AssertFailsAsync(KubernetesErrorKind.Invalid, () => ListAsync(ResourceTypes.Services, "a in (((("));

    [ConformanceFact]
    public async Task Reader_MayReadButNotWrite()
    {
        using var reader = new KubernetesClient(ConnectAsReader(), TimeProvider.System);
        await reader.ListAsync(ResourceTypes.Services, new ListOptions { Namespace = Namespace }, Limit);
        var error = await AssertFailsAsync(KubernetesErrorKind.Forbidden, () => reader.DeleteAsync(ResourceTypes.Services, Namespace, "web", DeletePreconditions.None, Limit));
        Assert.Contains("cannot delete", error.Message);
    }

    [ConformanceFact]
    public async Task UnknownToken_IsUnauthorized()
    {
        var known = Client.Connection;
        var connection = new KubernetesConnection(known.Server, "a stranger") { Trust = known.Trust, Credential = new FixedCredential("unknown-token") };
        using var stranger = new KubernetesClient(connection, TimeProvider.System);
        await AssertFailsAsync(KubernetesErrorKind.Unauthorized, () => stranger.ListAsync(ResourceTypes.Services, null, Limit));
    }
}
