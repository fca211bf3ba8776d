using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Kernel.Rules;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Cases;

/// <summary>登记无名遗体: found by the police without a name. Identifying is a correction of the name later, which ends its clocks.</summary>
internal sealed class RecordUnidentified(CaseFile file, Reading reading) : IUseCase<RecordUnidentified.Request, RecordUnidentified.Reply>
{
    /// <param name="Place">Division where found, county at least.</param>
    /// <param name="FoundAt">Local date and time.</param>
    public sealed record Request(string Place, string? Address, string? FoundAt, Sex Sex, bool Infectious, string? OfficerName, string? OfficerPhone);

    public sealed record Reply(Guid CaseId, string Number, DateTimeOffset? NoticeEnds, DateTimeOffset? DisposalFrom);

    public Permission Permission => FuneralPermissions.RecordUnidentified;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var place = reading.Place(request.Place, nameof(request.Place), "发现地点", digits: 6, inside: file.City);
        var address = reading.Sensitive(request.Address, nameof(request.Address), "发现地址");
        var found = reading.Instant(request.FoundAt, nameof(request.FoundAt), "发现时间");
        var officer = reading.Name(request.OfficerName, nameof(request.OfficerName), "经办民警姓名");
        var phone = reading.Phone(request.OfficerPhone, nameof(request.OfficerPhone), "经办民警电话");
        if (found > file.Now) reading.Refuse(new("funeral.unidentified.found-in-future", "发现时间晚于现在。请核对日期和钟点。", ProblemKind.Invalid, nameof(request.FoundAt)));
        if (!Enum.IsDefined(request.Sex)) reading.Refuse(new("funeral.unidentified.sex", "请选择性别；看不出的选“未知”。", ProblemKind.Invalid, nameof(request.Sex)));
        if (reading.Problem is { } bad) return bad;
        if (!(await file.NumberAsync("case", null, ct)).Try(out var number, out var problem)) return problem;
        var facts = new DeathCase.ReportFacts(number, place!, ReportSource.Police, null, null, request.Sex, null, null, DeathPlaceKind.Unknown, address, request.Infectious, true, true, null) { By = file.By };
        if (!DeathCase.Report(facts, file.Now, file.Zone).Try(out var opened, out problem)) return problem;
        opened.AddHandler(officer!, phone!, "公安机关经办民警", null);
        file.Db.Add(opened);
        file.Context.About(opened.Id);
        file.Context.Announce(new CaseReported(opened.Id, opened.Number, opened.Division, nameof(ReportSource.Police)));
        var clocks = UnidentifiedClocks.Of(opened, file.Rules);
        return new Reply(opened.Id, opened.Number, clocks?.NoticeEnds, clocks?.DisposalFrom);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<RecordUnidentified, Request, Reply>("/cases/unidentified");
}

/// <summary>
/// The clocks of remains without a name, by the rules of the day they were recorded: until when the public notice runs,
/// and before when nobody disposes of them. Null where no rule sets one.
/// </summary>
internal sealed record UnidentifiedClocks(DateTimeOffset? NoticeEnds, DateTimeOffset? DisposalFrom)
{
    /// <summary>Null once somebody has a name for the person.</summary>
    public static UnidentifiedClocks? Of(DeathCase opened, RuleBook rules)
        => opened.Unidentified ? new(rules.DueOrNone("unidentified.notice", opened.Division, opened.ReportedAt), rules.DueOrNone("unidentified.disposal", opened.Division, opened.ReportedAt)) : null;
}
