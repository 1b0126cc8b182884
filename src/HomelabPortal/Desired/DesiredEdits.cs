using System.Collections.Immutable;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

/// <summary>Carries an edit into the rows of one unit of work and says what the audit should remember of it.</summary>
internal static class DesiredEdits
{
    public const string ExposureKind = "exposure";
    public const string DnsEntryKind = "dnsEntry";
    public const string TunnelEntryKind = "tunnelEntry";
    public const string LoginPolicyKind = "loginPolicy";
    public const string ContainerKind = "container";
    public const string ContainersKind = "containers";
    public const string CheckKind = "check";
    public const string ChannelKind = "channel";
    public const string SettingKind = "setting";
    public const string PolicyKind = "policy";

    /// <summary>The images of what an edit touched.</summary>
    internal sealed record Images(string SubjectKind, string SubjectId, string? Before, string? After);

    public static Task<Images> ApplyAsync(PortalDbContext context, DesiredEdit edit, CancellationToken cancellationToken) => edit switch
    {
        DesiredEdit.PutExposure put => PutExposureAsync(context, put.Exposure, cancellationToken),
        DesiredEdit.RemoveExposure remove =>
            RemoveAsync<ExposureRow>(context, ExposureKind, remove.Id, "The exposure", row => DesiredJson.Write(row.ToRecord()), cancellationToken),
        DesiredEdit.PutDnsEntry put =>
            PutAsync(context, DnsEntryKind, put.Entry.Id, put.Entry.ToRow(), row => DesiredJson.Write(row.ToRecord()), cancellationToken),
        DesiredEdit.RemoveDnsEntry remove =>
            RemoveAsync<DnsEntryRow>(context, DnsEntryKind, remove.Id, "The record", row => DesiredJson.Write(row.ToRecord()), cancellationToken),
        DesiredEdit.PutTunnelEntry put => PutTunnelEntryAsync(context, put.Entry, cancellationToken),
        DesiredEdit.RemoveTunnelEntry remove =>
            RemoveAsync<TunnelEntryRow>(context, TunnelEntryKind, remove.Id, "The rule", row => DesiredJson.Write(row.ToRecord()), cancellationToken),
        DesiredEdit.PutLoginPolicy put => PutLoginPolicyAsync(context, put.Policy, cancellationToken),
        DesiredEdit.RemoveLoginPolicy remove => RemoveLoginPolicyAsync(context, remove.Id, cancellationToken),
        DesiredEdit.PutContainer put => PutContainerAsync(context, put.Container, cancellationToken),
        DesiredEdit.PutContainers put => PutContainersAsync(context, put.Containers, cancellationToken),
        DesiredEdit.RemoveContainer remove => RemoveContainerAsync(context, remove.Id, cancellationToken),
        DesiredEdit.PutCheck put => PutCheckAsync(context, put.Check, cancellationToken),
        DesiredEdit.RemoveCheck remove => RemoveAsync<CheckRow>(context, CheckKind, remove.Id, "The check", row => row.Document, cancellationToken),
        DesiredEdit.SetDerivedCheck set => SetAsync(context, SettingKind, SettingRow.CheckOff + set.Id, set.IsOff ? "true" : null, cancellationToken),
        DesiredEdit.PutChannel put => PutChannelAsync(context, put.Channel, cancellationToken),
        DesiredEdit.RemoveChannel remove => RemoveAsync<ChannelRow>(context, ChannelKind, remove.Id, "The channel", row => row.Document, cancellationToken),
        DesiredEdit.SetDefaultLoginPolicy set => SetDefaultLoginPolicyAsync(context, set.Id, cancellationToken),
        DesiredEdit.SetTunnelsClosed set => SetAsync(context, SettingKind, SettingRow.TunnelsClosed, set.AreClosed ? "true" : null, cancellationToken),
        DesiredEdit.SetPolicy set => SetAsync(context, PolicyKind, SettingRow.Policy, set.Policy.ToString(), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private static async Task<Images> PutExposureAsync(PortalDbContext context, Exposure exposure, CancellationToken cancellationToken)
    {
        var name = exposure.Hostname.Value;
        if (await context.Exposures.AnyAsync(row => row.Hostname == name && row.Id != exposure.Id, cancellationToken))
            throw new DesiredConflictException($"{name} is already exposed. Open that exposure to change it.");
        await RequireLoginPolicyAsync(context, exposure.LoginPolicy, cancellationToken);
        return await PutAsync(context, ExposureKind, exposure.Id, exposure.ToRow(), row => DesiredJson.Write(row.ToRecord()), cancellationToken);
    }

    private static async Task<Images> PutTunnelEntryAsync(PortalDbContext context, TunnelEntry entry, CancellationToken cancellationToken)
    {
        var (tunnel, name, path) = (entry.TunnelId, entry.Name.Value, entry.Path);
        if (await context.TunnelEntries.AnyAsync(row => row.TunnelId == tunnel && row.Name == name && row.Path == path && row.Id != entry.Id, cancellationToken))
            throw new DesiredConflictException($"The tunnel already has your rule for {name}{(path is null ? "" : $" with the path {path}")}. Open that rule to change it.");
        await RequireLoginPolicyAsync(context, entry.LoginPolicy, cancellationToken);
        return await PutAsync(context, TunnelEntryKind, entry.Id, entry.ToRow(), row => DesiredJson.Write(row.ToRecord()), cancellationToken);
    }

    /// <summary>Where it is, is what it is: its volumes are there, and a second one must not stand beside the first.</summary>
    private static async Task<Images> PutContainerAsync(PortalDbContext context, DesiredContainer container, CancellationToken cancellationToken)
    {
        var (host, name) = (container.Host, container.Name);
        if (await context.Containers.AnyAsync(row => row.Host == host && row.Name == name && row.Id != container.Id, cancellationToken))
            throw new DesiredConflictException($"There is already a container {container.Place}. Open that one to change it, or choose another name.");
        if (await context.Containers.FindAsync([container.Id], cancellationToken) is { } before && (before.Host != host || before.Name != name))
            throw new DesiredConflictException($"{before.Host}/{before.Name} keeps its host and name. Make a new container and remove this one.");
        return await PutAsync(context, ContainerKind, container.Id, container.ToRow(), row => row.Document, cancellationToken);
    }

    /// <summary>Under its names nobody would answer: they are taken back first, by somebody who means it.</summary>
    private static async Task<Images> RemoveContainerAsync(PortalDbContext context, string id, CancellationToken cancellationToken)
    {
        if (await context.Containers.FindAsync([id], cancellationToken) is { } container)
        {
            var names = (await context.Exposures.AsNoTracking().ToListAsync(cancellationToken)).Select(row => row.ToRecord())
                .Where(exposure => exposure.Backend is ContainerBackend backend && backend.Host == container.Host && backend.Container == container.Name)
                .Select(exposure => exposure.Hostname.Value).Order(StringComparer.Ordinal).ToList();
            if (names.Count > 0)
                throw new DesiredConflictException($"{container.Host}/{container.Name} is exposed as {string.Join(", ", names)}. Remove that first, or together with it.");
        }

        return await RemoveAsync<ContainerRow>(context, ContainerKind, id, "The container", row => row.Document, cancellationToken);
    }

    /// <summary>The images are lists; without one before, what is new among them cannot be taken back together with the others.</summary>
    private static async Task<Images> PutContainersAsync(PortalDbContext context, ImmutableArray<DesiredContainer> containers, CancellationToken cancellationToken)
    {
        var images = new List<Images>();
        foreach (var container in containers)
            images.Add(await PutContainerAsync(context, container, cancellationToken));
        var before = images.All(image => image.Before is not null) ? $"[{string.Join(',', images.Select(image => image.Before))}]" : null;
        return new Images(ContainersKind, containers[0].Id, before, $"[{string.Join(',', images.Select(image => image.After))}]");
    }

    private static async Task<Images> PutCheckAsync(PortalDbContext context, DesiredCheck check, CancellationToken cancellationToken)
    {
        if (await context.Checks.AnyAsync(row => row.Name == check.Name && row.Id != check.Id, cancellationToken))
            throw new DesiredConflictException($"There is already a check called “{check.Name}”. Give this one another name.");
        return await PutAsync(context, CheckKind, check.Id, check.ToRow(), row => row.Document, cancellationToken);
    }

    private static async Task<Images> PutChannelAsync(PortalDbContext context, DesiredChannel channel, CancellationToken cancellationToken)
    {
        if (await context.Channels.AnyAsync(row => row.Name == channel.Name && row.Id != channel.Id, cancellationToken))
            throw new DesiredConflictException($"There is already a channel called “{channel.Name}”. Give this one another name.");
        return await PutAsync(context, ChannelKind, channel.Id, channel.ToRow(), row => row.Document, cancellationToken);
    }

    private static async Task<Images> PutLoginPolicyAsync(PortalDbContext context, LoginPolicy policy, CancellationToken cancellationToken)
    {
        if (await context.LoginPolicies.AnyAsync(row => row.Name == policy.Name && row.Id != policy.Id, cancellationToken))
            throw new DesiredConflictException($"There is already a login policy called “{policy.Name}”. Give this one another name.");
        return await PutAsync(context, LoginPolicyKind, policy.Id, policy.ToRow(), row => row.Document, cancellationToken);
    }

    /// <summary>A policy that guards something cannot go: the name would be left without its login.</summary>
    private static async Task<Images> RemoveLoginPolicyAsync(PortalDbContext context, string id, CancellationToken cancellationToken)
    {
        var guarded = await context.Exposures.Where(row => row.LoginPolicy == id).Select(row => row.Hostname)
            .Concat(context.TunnelEntries.Where(row => row.LoginPolicy == id).Select(row => row.Name))
            .ToListAsync(cancellationToken);
        if (guarded.Count > 0)
            throw new DesiredConflictException($"The login policy guards {string.Join(", ", guarded.Order(StringComparer.Ordinal))}. Choose another one there first.");
        if (await context.Settings.AnyAsync(row => row.Key == SettingRow.DefaultLoginPolicy && row.Value == id, cancellationToken))
            throw new DesiredConflictException("The login policy is the one that new names get. Choose another one for them first.");
        return await RemoveAsync<LoginPolicyRow>(context, LoginPolicyKind, id, "The login policy", row => row.Document, cancellationToken);
    }

    private static async Task<Images> SetDefaultLoginPolicyAsync(PortalDbContext context, string? id, CancellationToken cancellationToken)
    {
        await RequireLoginPolicyAsync(context, id, cancellationToken);
        return await SetAsync(context, SettingKind, SettingRow.DefaultLoginPolicy, id, cancellationToken);
    }

    private static async Task RequireLoginPolicyAsync(PortalDbContext context, string? id, CancellationToken cancellationToken)
    {
        if (id is not null && !await context.LoginPolicies.AnyAsync(row => row.Id == id, cancellationToken))
            throw new DesiredConflictException("The login policy does not exist any more. Choose another one.");
    }

    private static async Task<Images> PutAsync<TRow>(
        PortalDbContext context, string kind, string id, TRow wanted, Func<TRow, string> image, CancellationToken cancellationToken)
        where TRow : class
    {
        var row = await context.Set<TRow>().FindAsync([id], cancellationToken);
        var before = row is null ? null : image(row);
        if (row is null)
            context.Add(wanted);
        else
            context.Entry(row).CurrentValues.SetValues(wanted);
        return new Images(kind, id, before, image(wanted));
    }

    private static async Task<Images> RemoveAsync<TRow>(
        PortalDbContext context, string kind, string id, string subject, Func<TRow, string> image, CancellationToken cancellationToken)
        where TRow : class
    {
        var row = await context.Set<TRow>().FindAsync([id], cancellationToken)
            ?? throw new DesiredConflictException($"{subject} is already gone.");
        context.Remove(row);
        return new Images(kind, id, image(row), null);
    }

    private static async Task<Images> SetAsync(PortalDbContext context, string kind, string key, string? value, CancellationToken cancellationToken)
    {
        var row = await context.Settings.FindAsync([key], cancellationToken);
        var before = row?.Value;
        if (value is null && row is not null)
            context.Remove(row);
        else if (value is not null && row is null)
            context.Settings.Add(new SettingRow { Key = key, Value = value });
        else if (value is not null && row is not null)
            row.Value = value;
        return new Images(kind, key, before, value);
    }
}
