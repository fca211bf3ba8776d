using Anmin.Contracts.Funeral;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Http;
using Anmin.Kernel.Numbering;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Anmin.Kernel.Personal;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Complaints.Filing;

/// <summary>
/// 投诉举报: by anybody, named or not. A case number is tied to its case where the telephone is that of one of its 经办人, and kept as said where it is not;
/// the answer is the same either way.
/// </summary>
internal sealed class FileComplaint(ComplaintsDesk desk, Reading reading, Reference reference, Numbers numbers, DictionaryBook dictionary, IFamilyCases cases, ComplaintPass passes) : IUseCase<FileComplaint.Request, FileComplaint.Reply>
{
    public const int LongestStory = 1000;

    /// <param name="Kind">A code of the list 投诉举报关于什么.</param>
    /// <param name="About">Id of an institution; empty where not known.</param>
    /// <param name="Call">Number of the call to the hotline it comes from.</param>
    public sealed record Request(string? Kind, string? About, string? Story, string? HappenedOn = null, string? CaseNumber = null, string? Name = null, string? Phone = null, bool MayShare = false, string? Wish = null, string? Call = null);

    /// <param name="Pass">Opens this complaint for 30 minutes.</param>
    public sealed record Reply(Guid Id, string Number, string Pass);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!dictionary.Offered(ComplaintsLists.Kind).Any(k => k.Code == request.Kind)) reading.Refuse(ComplaintsProblems.KindNeeded);
        var about = string.IsNullOrEmpty(request.About) ? null : desk.Choices.FirstOrDefault(i => i.Id == request.About);
        if (about is null && !string.IsNullOrEmpty(request.About)) reading.Refuse(ComplaintsProblems.NoInstitution);
        var story = reading.Text(OneLine(request.Story), nameof(request.Story), "发生了什么", LongestStory);
        var day = reading.Day(request.HappenedOn, nameof(request.HappenedOn), "什么时候", required: false);
        if (day > desk.Today) reading.Refuse(ComplaintsProblems.InFuture);
        var said = reading.Text(request.CaseNumber, nameof(request.CaseNumber), "办理编号", 60, required: false);
        var name = reading.Text(request.Name, nameof(request.Name), "怎样称呼您", 30, required: false);
        var phone = reading.Phone(request.Phone, nameof(request.Phone), "手机号", required: false);
        var wish = reading.Text(OneLine(request.Wish), nameof(request.Wish), "希望怎么处理", 300, required: false);
        var call = reading.Text(request.Call, nameof(request.Call), "来电编号", 40, required: false);
        if (reading.Problem is { } bad) return bad;
        var division = desk.BureauOf(about);
        if (!desk.Rules.Due("complaint.accept", division, desk.Now).Try(out var due, out var problem)) return problem;
        if (!(await numbers.NextAsync("complaint", desk.Today, null, ct)).Try(out var number, out problem)) return problem;
        var told = new Complaint.Told(request.Kind!, about?.Id, story!, day, wish, said, await CaseOfAsync(said, phone, ct), name, phone, request.MayShare, desk.By.May(ComplaintsPermissions.CarryCall) ? call : null);
        var complaint = Complaint.File(number, division, told, due, desk.By, desk.Now);
        desk.Db.Add(complaint);
        desk.Context.About(complaint.Id);
        await desk.TellAsync(complaint, "已收到", ct);
        return new Reply(complaint.Id, number, passes.Issue(complaint.Id, fresh: true));
    }

    private async Task<Guid?> CaseOfAsync(string? said, PhoneNumber? phone, CancellationToken ct)
    {
        if (said is null || phone is null) return null;
        var number = TypedNumber.Read(reference.Now, "case", said) ?? said.ToUpperInvariant();
        return (await cases.OfHandlerAsync(phone, ct)).FirstOrDefault(c => c.Number == number)?.CaseId;
    }

    /// <summary>A text of several lines is one: nothing invisible is kept.</summary>
    internal static string? OneLine(string? text) => text?.ReplaceLineEndings(" ");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<FileComplaint, Request, Reply>("/public/complaints");
}
