using Anmin.Cemetery.Rights.Approvals;
using Anmin.Cemetery.Rights.Heirs;
using Anmin.Cemetery.Rights.Holds;
using Anmin.Cemetery.Rights.Renewals;
using Anmin.Cemetery.Rights.Signing;
using Anmin.Cemetery.Standards;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Personal;
using Anmin.Ui.Forms;

namespace Anmin.Cemetery.Rights.Showing;

/// <summary>What is typed on the small forms of the contract page.</summary>
public sealed class DeedForm
{
    public string? Do { get; set; }

    public Guid? Target { get; set; }

    public string? Text { get; set; }

    public string? Choice { get; set; }

    public string? Years { get; set; }

    public string? Name { get; set; }

    public string? Relation { get; set; }

    public string? IdNumber { get; set; }

    public string? Phone { get; set; }

    public string? Of(string name) => name switch { "Text" => Text, "Choice" => Choice, "Years" => Years, "Name" => Name, "Relation" => Relation, "IdNumber" => IdNumber, _ => Phone };
}

/// <summary>What can be done with a right now, by its state and by who looks, and the doing of it through the same use cases as the API.</summary>
internal sealed class RightDeeds(Gate gate, CancelRight cancel, ActivateRight activate, AskException ask, RenewRight renew, RegisterHeir heir, RecordHeirConsent consent, ChangeHolder holder, DisputeRight dispute, SettleDispute settle, EndRight end)
{
    public sealed record Input(string Name, string Label, FieldShape As, string? Hint = null);

    public sealed record Deed(string Do, string Word, IReadOnlyList<Input> Fields, bool Main = false, string? Said = null, string? Confirm = null);

    private static readonly FieldShape Line = FieldShape.Text with { MaxLength = 200, Width = FieldWidth.Full };

    private static IReadOnlyList<Choice> Matters(RightState state) => [.. Enum.GetValues<ApprovalMatter>().Where(m => (m is ApprovalMatter.Rename or ApprovalMatter.Transfer) == (state is RightState.Paid or RightState.Active)).Select(m => new Choice(m.ToString(), ApprovalWords.Of(m)))];

    private static readonly IReadOnlyList<Input> Person =
    [
        new("Name", "姓名", FieldShape.Name), new("Relation", "与使用人关系", FieldShape.Text with { MaxLength = 40 }),
        new("IdNumber", "身份证号码", FieldShape.IdCard.AsOptional()), new("Phone", "电话", FieldShape.Phone.AsOptional()),
    ];

    public IReadOnlyList<Deed> Of(GetRight.Reply right, Actor by)
    {
        var deeds = new List<Deed>();
        void Add(bool now, Permission permission, Deed deed)
        {
            if (now && by.May(permission)) deeds.Add(deed);
        }
        var (state, calm) = (right.State, right.DisputedSince is null);
        var (open, holding) = (state is RightState.Held or RightState.Signed, state is RightState.Paid or RightState.Active);
        Add(state == RightState.Paid && calm, CemeteryPermissions.ActivateRight, new("activate", right.Kind == RightKind.Grave ? "发安葬证" : "发安放证", [], Main: true, Said: "费用已经收齐。发证以后可以安葬。"));
        Add(state == RightState.Active && calm && right.TermUntil is not null, CemeteryPermissions.RenewRight, new("renew", "续期", [new("Years", "续几年", FieldShape.Number with { Unit = "年" })], Said: "从现在的到期日后一天起算，费用按当天的清单，办理后出具费用清单，收款后新的期限生效。"));
        Add((state == RightState.Held || holding) && calm, state == RightState.Held ? CemeteryPermissions.SignRight : CemeteryPermissions.PassOnRight,
            new("ask", "提交审批", [new("Choice", "情形", FieldShape.Select(Matters(state))), new("Text", "证据材料", FieldShape.Area(3), "材料名称和编号，不写证件号码")], Said: "由另一人审批。同意以后才能办理，一次审批只用一次。"));
        Add(holding && calm, CemeteryPermissions.PassOnRight, new("heir", "登记权利人", Person));
        Add(holding && calm, CemeteryPermissions.PassOnRight, new("holder", "更名、继承、转让",
            [new("Choice", "办理", FieldShape.Select([new(nameof(ChangeKind.Inherit), "继承"), new(nameof(ChangeKind.Rename), "更名"), new(nameof(ChangeKind.Transfer), "转让")])), .. Person, new("Text", "原因", Line)], Said: "全部权利人书面同意以后办理。能不能办，按当地规定。"));
        Add(calm && (open || holding), CemeteryPermissions.DisputeRight, new("dispute", "登记争议", [new("Text", "争议情况", FieldShape.Area(3))], Said: "登记以后，这份合同暂停办理。"));
        Add(!calm, CemeteryPermissions.DisputeRight, new("settle", "登记处理结果", [new("Text", "处理结果", FieldShape.Area(3), "协议、调解书或者判决书的编号")], Main: true));
        Add(open, CemeteryPermissions.ReservePosition, new("cancel", state == RightState.Held ? "取消留位" : "取消合同", [new("Text", "原因", Line)], Confirm: "取消以后墓位马上放开。"));
        Add(holding && calm && right.Resting.Count == 0, CemeteryPermissions.EndRight, new("end", "退墓",
            [new("Choice", "怎么终止", FieldShape.Select([.. Enum.GetValues<RightEnding>().Select(e => new Choice(e.ToString(), RightWords.Of(e)))])), new("Text", "原因", Line)], Confirm: "退墓以后合同终止，墓位放开。费用到收费窗口结算。"));
        return deeds;
    }

    /// <summary>Null when it went through.</summary>
    public async Task<Problem?> DoAsync(Guid right, DeedForm form, string? key, CancellationToken ct) => form.Do switch
    {
        "activate" => (await gate.RunAsync(activate, new ActivateRight.Request(right), key, ct)).Problem,
        "renew" => (await gate.RunAsync(renew, new RenewRight.Request(right, form.Years), key, ct)).Problem,
        "ask" => Enum.TryParse<ApprovalMatter>(form.Choice, out var matter) ? At((await gate.RunAsync(ask, new AskException.Request(right, matter, form.Text), key, ct)).Problem, "Evidence") : RightProblems.ExceptionCode.At("Choice"),
        "heir" => (await gate.RunAsync(heir, new RegisterHeir.Request(right, form.Name, form.Relation, IdType.IdCard, form.IdNumber, form.Phone), key, ct)).Problem,
        "consent" => At((await gate.RunAsync(consent, new RecordHeirConsent.Request(form.Target ?? Guid.Empty, form.Text), key, ct)).Problem, "Paper"),
        "holder" => At((await gate.RunAsync(holder, new ChangeHolder.Request(right, form.Choice, form.Name, form.Relation, IdType.IdCard, form.IdNumber, form.Phone, form.Text), key, ct)).Problem, "Reason"),
        "dispute" => At((await gate.RunAsync(dispute, new DisputeRight.Request(right, form.Text), key, ct)).Problem, "Reason"),
        "settle" => At((await gate.RunAsync(settle, new SettleDispute.Request(right, form.Text), key, ct)).Problem, "How"),
        "cancel" => At((await gate.RunAsync(cancel, new CancelRight.Request(right, form.Text), key, ct)).Problem, "Reason"),
        "end" => Enum.TryParse<RightEnding>(form.Choice, out var ending) ? At((await gate.RunAsync(end, new EndRight.Request(right, ending, form.Text), key, ct)).Problem, "Reason") : RightProblems.ExceptionCode.At("Choice"),
        _ => RightProblems.FilterUnknown,
    };

    /// <summary>The one text field of the form stands for this property of the request.</summary>
    private static Problem? At(Problem? problem, string property) => problem is null ? null
        : Problem.Many([.. problem.All().Select(p => p with { Field = p.Field == property ? "Text" : p.Field == "Change" ? "Choice" : p.Field, Others = [] })]);

    public static string? Said(string? done) => done switch
    {
        "signed" => "合同已签，费用清单已经出具。请到收费窗口交费。",
        "activate" => "已发证。可以打印证件。",
        "renew" => "续期的费用清单已经出具，收款后新的期限生效。",
        "ask" => "已提交，等另一人审批。",
        "heir" => "权利人已登记。",
        "consent" => "同意已登记。",
        "holder" => "持证人已变更。",
        "dispute" => "争议已登记，合同暂停办理。",
        "settle" => "处理结果已登记，可以继续办理。",
        "cancel" => "已取消，墓位已放开。",
        "end" => "已终止，墓位已放开。",
        _ => null,
    };
}
