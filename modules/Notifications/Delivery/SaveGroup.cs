using System.Text.RegularExpressions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Delivery;

/// <summary>登记群机器人, or change one: an empty address or secret leaves it as it is.</summary>
internal sealed partial class SaveGroup(AnminDb db, Reading reading) : IUseCase<SaveGroup.Request, Done>
{
    /// <param name="Secret">钉钉 加签密钥.</param>
    public sealed record Request(string? GroupId, string? Name, GroupShape Shape, string? Url, string? Secret, bool Paused);

    public Permission Permission => NotificationsPermissions.ManageChannels;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var id = reading.Text(request.GroupId, nameof(request.GroupId), "群编号", 40);
        var name = reading.Text(request.Name, nameof(request.Name), "群名称", 40);
        if (id is not null && !Code().IsMatch(id)) reading.Refuse(NotificationsProblems.GroupCode);
        var group = id is null ? null : await db.GroupChannels.SingleOrDefaultAsync(g => g.Id == id, ct);
        var url = reading.Text(request.Url, nameof(request.Url), "机器人地址", 400, required: group is null);
        var secret = reading.Text(request.Secret, nameof(request.Secret), "加签密钥", 200, required: false);
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))) reading.Refuse(NotificationsProblems.GroupAddress);
        if (reading.Problem is { } bad) return bad;
        if (group is null) db.Add(group = new GroupChannel { Id = id!, Name = name!, Shape = request.Shape, Url = SensitiveText.FromStore(url!) });
        (group.Name, group.Shape, group.Paused) = (name!, request.Shape, request.Paused);
        if (url is not null) group.Url = SensitiveText.FromStore(url);
        if (secret is not null) group.Secret = SensitiveText.FromStore(secret);
        return Done.It;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SaveGroup, Request, Done>("/admin/messages/groups");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Code();
}

/// <summary>Which groups there are; of the address only its host is shown.</summary>
internal sealed class FindGroups(AnminDb db) : IQuestion<FindGroups.Request, FindGroups.Reply>
{
    public sealed record Request;

    public sealed record Row(string Id, string Name, GroupShape Shape, string Host, bool HasSecret, bool Paused);

    public sealed record Reply(IReadOnlyList<Row> Rows);

    public Permission Permission => NotificationsPermissions.ManageChannels;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
        => new Reply([.. (await db.GroupChannels.AsNoTracking().OrderBy(g => g.Id).ToListAsync(ct)).Select(g => new Row(g.Id, g.Name, g.Shape, new Uri(g.Url!.Reveal()).Host, g.Secret is not null, g.Paused))]);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindGroups, Request, Reply>("/admin/messages/groups");
}
