using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Data;
using Anmin.Kernel.Personal;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Delivery;

internal enum GroupShape
{
    /// <summary>政务微信、企业微信.</summary>
    WeCom,
    /// <summary>钉钉、浙政钉.</summary>
    DingTalk,
}

/// <summary>The robot of a group. Address and secret open the group to whoever has them, so both are sealed.</summary>
internal sealed class GroupChannel
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required GroupShape Shape { get; set; }

    public required SensitiveText? Url { get; set; }

    /// <summary>钉钉 加签; null where the robot wants none.</summary>
    public SensitiveText? Secret { get; set; }

    public bool Paused { get; set; }

    public static void Map(ModelBuilder model, PersonalVault vault) => model.Entity<GroupChannel>(t =>
    {
        t.ToTable("notifications_group");
        t.HasKey(e => e.Id);
        t.Sealed(e => e.Url, vault);
        t.Sealed(e => e.Secret, vault);
    });
}
