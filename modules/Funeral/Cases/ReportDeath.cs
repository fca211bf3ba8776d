using Anmin.Funeral.Twins;
using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Cases;

/// <summary>报告去世. At night much is unknown; what is known must not contradict itself.</summary>
internal sealed class ReportDeath(CaseFile file, Reading reading, TwinFinder twins) : IUseCase<ReportDeath.Request, ReportDeath.Reply>
{
    /// <param name="Place">Division of the place of death, county at least, within the city.</param>
    /// <param name="DiedAt">Local date and time of the city.</param>
    public sealed record Request(
        ReportSource Source, string? Name, bool NameUnknown, IdType IdType, string? IdNumber, Sex Sex, string? BirthDate, string Place, DeathPlaceKind PlaceKind,
        string? Address, string? DiedAt, bool Infectious, bool Unnatural, bool Unidentified, string? HandlerName, string? HandlerPhone, string? Relation);

    public sealed record Reply(Guid CaseId, string Number, IReadOnlyList<Twin> Twins);

    /// <summary>A case that may be the same person; shown beside, never merged.</summary>
    public sealed record Twin(Guid CaseId, string Number, string? Name, double Likeness, string Why);

    public Permission Permission => FuneralPermissions.ReportDeath;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var name = reading.Name(request.Name, nameof(request.Name), "逝者姓名", required: false);
        if (name is null && reading.Problem is null && !request.NameUnknown && !request.Unidentified) reading.Refuse(FuneralProblems.NameNeeded);
        var id = reading.Id(request.IdType, request.IdNumber, nameof(request.IdNumber), "证件号码", required: false);
        var birth = reading.Day(request.BirthDate, nameof(request.BirthDate), "出生日期", required: false);
        var place = reading.Place(request.Place, nameof(request.Place), "去世地点", digits: 6, inside: file.City);
        var address = reading.Sensitive(request.Address, nameof(request.Address), "详细地址", required: false);
        var diedAt = reading.Instant(request.DiedAt, nameof(request.DiedAt), "去世时间", required: false);
        var phone = reading.Phone(request.HandlerPhone, nameof(request.HandlerPhone), "经办人手机号", required: false);
        var handler = reading.Name(request.HandlerName, nameof(request.HandlerName), "经办人姓名", required: false);
        var relation = reading.Text(request.Relation, nameof(request.Relation), "与逝者关系", 20, required: false);
        if (reading.Problem is { } bad) return bad;

        if (!(await PermitAsync(id, ct)).Try(out var permit, out var refused)) return refused;
        if (!(await file.NumberAsync("case", null, ct)).Try(out var number, out var unnumbered)) return unnumbered;
        var facts = new DeathCase.ReportFacts(number, place!, request.Source, name, id, request.Sex, birth, diedAt, request.PlaceKind, address, request.Infectious, request.Unnatural, request.Unidentified, permit.Id)
        {
            // whoever reports at a home's own desk must find the case again
            Institution = file.By.Institution is { } own && file.Institution(own) is { Kind: "funeral-home" } ? own : null,
            By = file.By,
        };
        if (!DeathCase.Report(facts, file.Now, file.Zone).Try(out var opened, out var problem)) return problem;
        if (phone is not null && (handler ?? PersonName.Parse("报告人").Value) is { } who) opened.AddHandler(who, phone, relation ?? "未说明", null);
        if (permit.Row is { } used) used.UsedByCase = opened.Id;
        file.Db.Add(opened);
        file.Context.About(opened.Id);
        file.Context.Announce(new CaseReported(opened.Id, opened.Number, opened.Division, request.Source.ToString()));
        return new Reply(opened.Id, opened.Number, await twins.FindAndKeepAsync(opened, ct));
    }

    /// <summary>No further case for a person who has one, unless a county officer other than the reporter allowed it.</summary>
    private async Task<Outcome<(SecondCasePermit? Row, Guid? Id)>> PermitAsync(IdNumber? id, CancellationToken ct)
    {
        if (id is null) return (null, null);
        var person = file.Db.BlindIndex(id.Normal);
        var earlier = await file.Db.AcrossScopes<DeathCase>("核对是否已有案卷").Where(c => EF.Property<byte[]>(c, "PersonIdIndex") == person && c.VoidedAt == null).Select(c => new { c.Number, c.Institution, c.Division }).FirstOrDefaultAsync(ct);
        if (earlier is null) return (null, null);
        var permit = await file.Db.SecondPermits.FirstOrDefaultAsync(p => p.Person == person && p.UsedByCase == null, ct);
        if (permit is null) return FuneralProblems.AlreadyOpen(earlier.Number);
        if (permit.ApprovedBy == file.By.Id) return FuneralProblems.SameTwo;
        return (permit, permit.Id);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReportDeath, Request, Reply>("/cases");
}
