namespace Anmin.Funeral.Dossier;

/// <summary>What stands over a page after something was done, by the word in its address.</summary>
internal static class DoneWords
{
    public static string? Of(string? done) => done switch
    {
        "assign" => "已分派承办人。",
        "report" => "去世报告已登记，案卷已建立。",
        "evidence" => "死亡证明已登记。",
        "pickup" => "接运已预约。",
        "pickup-stop" => "这张接运单已停止办理。",
        "record" => "已登记接到，腕带已系。",
        "receive" => "已接收入馆。",
        "move" => "这次交接已登记并封签。",
        "confirm" => "丧葬方式已确认。",
        "hold" => "已暂停处置。",
        "lift" => "暂停已解除。",
        "void" => "作废申请已提出，等另一位同事批准。",
        "voided" => "案卷已作废。",
        "correct" => "登记已更正，原来的内容留在记录里。",
        "correct-reissue" => "登记已更正。火化证明上还是原来的内容，请补发。",
        "certificate" => "火化证明已签发。",
        "certificate-void" => "火化证明已作废。更正登记以后可以重新签发。",
        "reissue" => "火化证明已补发，原证明停用。",
        "ashes" => "骨灰已交付家属。",
        "deposit" => "骨灰已寄存。",
        "place" => "骨灰已安放。",
        "split" => "骨灰已分装，新标签可以打印。",
        "burial" => "土葬已登记，案卷办结。",
        "transfer" => "外运已登记，案卷办结。",
        "twins" => "已记下：不是同一人。",
        "twins-same" => "已记下：是同一人。请申请作废其中一份。",
        "arranged" => "洽谈已提交，报价单和合同都已签名。",
        "arranged-confirmed" => "洽谈已提交，丧葬方式已确认。",
        "quoted" => "洽谈已保存，报价单等经办人签名。",
        "belongings" => "随身物品已登记，请另一位同事核对。",
        "belongings-checked" => "随身物品已核对。",
        "belongings-given" => "随身物品的去向已登记。",
        "start" => "火化已开始。",
        "finish" => "火化已结束，骨灰标签可以打印。",
        _ => null,
    };
}
