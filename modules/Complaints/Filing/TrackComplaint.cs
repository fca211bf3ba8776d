using System.Globalization;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Complaints.Filing;

/// <summary>
/// 查投诉进度: the number with the telephone, or with the code of who left none, gives a pass for that complaint. Every look is kept, a wrong one under a keyed hash
/// of the number as typed, whether such a complaint exists or not; wrong ones are counted in the audit, which all nodes share.
/// </summary>
internal sealed class TrackComplaint(ComplaintsDesk desk, Reading reading, Reference reference, ComplaintPass passes) : IUseCase<TrackComplaint.Request, TrackComplaint.Reply>, ISecretReply
{
    public const int MostWrong = 10;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);

    public sealed record Request(string? Number, string? Phone, string? Code = null);

    public sealed record Reply(Guid Id, string Pass);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var typed = reading.Text(request.Number, nameof(request.Number), "受理编号", 60);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号", required: false);
        var code = reading.Text(request.Code, nameof(request.Code), "查询码", 30, required: false);
        if (string.IsNullOrWhiteSpace(request.Phone) && string.IsNullOrWhiteSpace(request.Code)) reading.Refuse(ComplaintsProblems.PhoneOrCode);
        if (reading.Problem is { } bad) return bad;
        var number = TypedNumber.Read(reference.Now, "complaint", typed) ?? typed!.ToUpperInvariant();
        var tries = new Guid(desk.Db.BlindIndex("complaints-try:" + number));
        var since = desk.Now - Within;
        var wrong = await desk.Db.Set<AuditRow>().AsNoTracking().Where(a => a.Subject == tries && a.At >= since && a.Result == ComplaintsProblems.NoMatch.Code).CountAsync(ct);
        desk.Context.About(tries, "查投诉进度");
        if (wrong >= MostWrong) return ComplaintsProblems.TooManyTries;
        var found = await desk.Db.AcrossScopes<Complaint>("投诉人凭受理编号查询").AsNoTracking().Where(c => c.Number == number).Select(c => new { c.Id, c.Phone }).FirstOrDefaultAsync(ct);
        if (found is null || !(found.Phone is { } kept ? phone is not null && kept.Normal == phone.Normal : code is not null && passes.Fits(found.Id, code))) return ComplaintsProblems.NoMatch;
        desk.Context.About(found.Id, string.Create(CultureInfo.InvariantCulture, $"投诉人查进度，此前15分钟内查错{wrong}次"));
        return new Reply(found.Id, passes.Issue(found.Id));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<TrackComplaint, Request, Reply>("/public/complaints/find");
}
