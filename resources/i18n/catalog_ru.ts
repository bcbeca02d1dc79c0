<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Catalog</source>
        <translation>О программе Catalog</translation>
    </message>
    <message>
        <source>Catalog {0}</source>
        <translation>Catalog {0}</translation>
    </message>
    <message>
        <source>An editor for METS and MODS records that changes nothing but what you edit. It works without the network and is free software under the MIT licence.</source>
        <translation>Редактор записей METS и MODS, который меняет только то, что правите вы. Работает без сети; свободная программа под лицензией MIT.</translation>
    </message>
</context>
<context>
    <name>ActingForm</name>
    <message>
        <source>There is nothing of its kind above it to change places with.</source>
        <translation>Выше нет ничего такого же, с чем можно поменять местами.</translation>
    </message>
    <message>
        <source>There is nothing of its kind below it to change places with.</source>
        <translation>Ниже нет ничего такого же, с чем можно поменять местами.</translation>
    </message>
    <message>
        <source>The last record has nothing of this kind.</source>
        <translation>В предыдущей записи такого нет.</translation>
    </message>
    <message>
        <source>No other record was shown before this one.</source>
        <translation>До этой записи другая не показывалась.</translation>
    </message>
    <message>
        <source>Same as in the last record</source>
        <translation>Как в предыдущей записи</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Запись</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>П&amp;акет</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Се&amp;рвис</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Недавние</translation>
    </message>
    <message>
        <source>Open an e&amp;xample</source>
        <translation>Открыть при&amp;мер</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>Размер &amp;текста</translation>
    </message>
    <message>
        <source>&amp;New record</source>
        <translation>Новая &amp;запись</translation>
    </message>
    <message>
        <source>Begin an empty record in a tab of its own</source>
        <translation>Начать пустую запись в отдельной вкладке</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>Новая по &amp;шаблону…</translation>
    </message>
    <message>
        <source>Begin a record of a kind: a book, a thesis, a map; type its first letter</source>
        <translation>Начать запись вида: книга, диссертация, карта; наберите первую букву</translation>
    </message>
    <message>
        <source>kind thesis book report map create</source>
        <translation>вид диссертация книга отчёт карта создать новая</translation>
    </message>
    <message>
        <source>Ne&amp;w from an article…</source>
        <translation>Новая по с&amp;татье…</translation>
    </message>
    <message>
        <source>Begin a record beside a text that it will describe</source>
        <translation>Начать запись рядом с текстом, который она опишет</translation>
    </message>
    <message>
        <source>New pac&amp;kage from an article…</source>
        <translation>Новый па&amp;кет по статье…</translation>
    </message>
    <message>
        <source>Begin a METS package that holds a text and a record that will describe it</source>
        <translation>Начать пакет METS, в котором находятся текст и запись о нём</translation>
    </message>
    <message>
        <source>New package from a &amp;folder…</source>
        <translation>Новый пакет из &amp;папки…</translation>
    </message>
    <message>
        <source>Begin a METS package of page images and other files</source>
        <translation>Начать пакет METS из изображений страниц и других файлов</translation>
    </message>
    <message>
        <source>New package ro&amp;und this record</source>
        <translation>Новый пакет вокру&amp;г этой записи</translation>
    </message>
    <message>
        <source>Begin a METS package that holds the record in focus</source>
        <translation>Начать пакет METS с этой записью внутри</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>Open METS or MODS files</source>
        <translation>Открыть файлы METS или MODS</translation>
    </message>
    <message>
        <source>load import</source>
        <translation>загрузить импорт</translation>
    </message>
    <message>
        <source>Open a text &amp;beside…</source>
        <translation>Открыть текст р&amp;ядом…</translation>
    </message>
    <message>
        <source>Show a text beside the record, to describe it from</source>
        <translation>Показать рядом с записью текст, по которому она составляется</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Write the changes to the file</source>
        <translation>Записать изменения в файл</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Сохранить к&amp;ак…</translation>
    </message>
    <message>
        <source>Write to another file and go on with that one</source>
        <translation>Записать в другой файл и продолжать работу с ним</translation>
    </message>
    <message>
        <source>export</source>
        <translation>экспорт</translation>
    </message>
    <message>
        <source>Save a co&amp;py…</source>
        <translation>Сохранить коп&amp;ию…</translation>
    </message>
    <message>
        <source>Write a copy to another file and stay with this one</source>
        <translation>Записать копию в другой файл и остаться в этом</translation>
    </message>
    <message>
        <source>Save a&amp;ll</source>
        <translation>Сохранить &amp;все</translation>
    </message>
    <message>
        <source>Save every open document that has changes</source>
        <translation>Сохранить все открытые документы с изменениями</translation>
    </message>
    <message>
        <source>Re&amp;vert to the saved file</source>
        <translation>Вернуться к сохранённому &amp;файлу</translation>
    </message>
    <message>
        <source>Read the file again; the changes since then can be brought back by no undo</source>
        <translation>Прочитать файл заново; сделанные с тех пор изменения отменой не вернуть</translation>
    </message>
    <message>
        <source>&amp;Export record as…</source>
        <translation>&amp;Экспортировать запись как…</translation>
    </message>
    <message>
        <source>Write the record in focus in another form</source>
        <translation>Записать текущую запись в другом виде</translation>
    </message>
    <message>
        <source>convert Dublin Core MODS XML CSV table citation save as</source>
        <translation>преобразовать Dublin Core MODS XML CSV таблица ссылка сохранить как</translation>
    </message>
    <message>
        <source>Spl&amp;it into records…</source>
        <translation>&amp;Разделить на записи…</translation>
    </message>
    <message>
        <source>Write every record of this file to a file of its own</source>
        <translation>Записать каждую запись этого файла в отдельный файл</translation>
    </message>
    <message>
        <source>&amp;Join files into a list…</source>
        <translation>О&amp;бъединить файлы в список…</translation>
    </message>
    <message>
        <source>Put the records of several files into a new collection</source>
        <translation>Собрать записи нескольких файлов в новое собрание</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Закр&amp;ыть</translation>
    </message>
    <message>
        <source>Close this document</source>
        <translation>Закрыть этот документ</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Вы&amp;ход</translation>
    </message>
    <message>
        <source>Close all documents and end the program</source>
        <translation>Закрыть все документы и завершить программу</translation>
    </message>
    <message>
        <source>exit end</source>
        <translation>закончить закрыть</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Отменить последнее изменение</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Сделать снова то, что было отменено</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Вырезать</translation>
    </message>
    <message>
        <source>Move the selected text to the clipboard</source>
        <translation>Перенести выделенный текст в буфер обмена</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Скопировать выделенный текст</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Вст&amp;авить</translation>
    </message>
    <message>
        <source>Insert the text of the clipboard</source>
        <translation>Вставить текст из буфера обмена</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>В&amp;ыделить всё</translation>
    </message>
    <message>
        <source>Select the whole text of the field</source>
        <translation>Выделить весь текст поля</translation>
    </message>
    <message>
        <source>&amp;Insert a character…</source>
        <translation>Вставить &amp;символ…</translation>
    </message>
    <message>
        <source>Letters with diacritics, Cyrillic and Central Asian letters, by name</source>
        <translation>Буквы с диакритикой, кириллица и буквы языков Центральной Азии, по названию</translation>
    </message>
    <message>
        <source>&amp;Add a field…</source>
        <translation>&amp;Добавить поле…</translation>
    </message>
    <message>
        <source>Search everything that may stand here, and add it</source>
        <translation>Найти и добавить любое поле, которое здесь возможно</translation>
    </message>
    <message>
        <source>insert element tag MARC</source>
        <translation>вставить элемент тег MARC</translation>
    </message>
    <message>
        <source>What &amp;kind of resource is this?…</source>
        <translation>Какой это вид ресу&amp;рса?…</translation>
    </message>
    <message>
        <source>Let the form ask for what such a record should have</source>
        <translation>Пусть форма спрашивает то, что нужно такой записи</translation>
    </message>
    <message>
        <source>type document genre</source>
        <translation>тип документ жанр шаблон</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>Д&amp;ублировать</translation>
    </message>
    <message>
        <source>Add a copy of the card in focus below it</source>
        <translation>Добавить под карточкой её копию</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Переместить в&amp;верх</translation>
    </message>
    <message>
        <source>Move the card in focus before the one above</source>
        <translation>Поставить карточку перед предыдущей</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Переместить в&amp;низ</translation>
    </message>
    <message>
        <source>Move the card in focus below the next one</source>
        <translation>Поставить карточку после следующей</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Удали&amp;ть</translation>
    </message>
    <message>
        <source>Remove the card in focus</source>
        <translation>Удалить карточку</translation>
    </message>
    <message>
        <source>&amp;Same as in the last record</source>
        <translation>Как в предыдущей &amp;записи</translation>
    </message>
    <message>
        <source>Make the card in focus what it was in the record worked on before</source>
        <translation>Заполнить карточку так, как она была заполнена в прошлой записи</translation>
    </message>
    <message>
        <source>Show attri&amp;butes</source>
        <translation>Показать &amp;атрибуты</translation>
    </message>
    <message>
        <source>Show or hide the attributes of the field in focus</source>
        <translation>Показать или скрыть атрибуты поля</translation>
    </message>
    <message>
        <source>&amp;More for this field…</source>
        <translation>&amp;Ещё для этого поля…</translation>
    </message>
    <message>
        <source>Everything that can be done with the field in focus</source>
        <translation>Всё, что можно сделать с этим полем</translation>
    </message>
    <message>
        <source>Edit as &amp;XML</source>
        <translation>Править как &amp;XML</translation>
    </message>
    <message>
        <source>Show the field in focus in the XML, to edit it there</source>
        <translation>Показать это поле в XML, чтобы править его там</translation>
    </message>
    <message>
        <source>Add a r&amp;ecord</source>
        <translation>Добавить запис&amp;ь</translation>
    </message>
    <message>
        <source>Add an empty record after this one, or one more description to the package</source>
        <translation>Добавить пустую запись после этой или ещё одно описание в пакет</translation>
    </message>
    <message>
        <source>Duplicate the re&amp;cord</source>
        <translation>Ду&amp;блировать запись</translation>
    </message>
    <message>
        <source>Add a copy of this record after it</source>
        <translation>Добавить после записи её копию</translation>
    </message>
    <message>
        <source>Remove the rec&amp;ord</source>
        <translation>Удалить запи&amp;сь</translation>
    </message>
    <message>
        <source>Remove this record from the file</source>
        <translation>Удалить эту запись из файла</translation>
    </message>
    <message>
        <source>Sa&amp;ve the record as…</source>
        <translation>Сохранить запись &amp;как…</translation>
    </message>
    <message>
        <source>Write this record to a MODS file of its own</source>
        <translation>Записать эту запись в отдельный файл MODS</translation>
    </message>
    <message>
        <source>export MODS</source>
        <translation>экспорт MODS</translation>
    </message>
    <message>
        <source>Describe in D&amp;ublin Core</source>
        <translation>Оп&amp;исать в Dublin Core</translation>
    </message>
    <message>
        <source>Add a description in Dublin Core to the package</source>
        <translation>Добавить в пакет описание в Dublin Core</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Add files from the disk to the package</source>
        <translation>Добавить в пакет файлы с диска</translation>
    </message>
    <message>
        <source>images pages documents insert upload</source>
        <translation>изображения страницы документы вставить</translation>
    </message>
    <message>
        <source>Add a f&amp;older…</source>
        <translation>Добавить п&amp;апку…</translation>
    </message>
    <message>
        <source>Add all files of a folder to the package</source>
        <translation>Добавить в пакет все файлы папки</translation>
    </message>
    <message>
        <source>directory images insert</source>
        <translation>каталог изображения вставить</translation>
    </message>
    <message>
        <source>Add a &amp;group of files</source>
        <translation>Добавить &amp;группу файлов</translation>
    </message>
    <message>
        <source>Add a group for files of one use: masters, thumbnails, text</source>
        <translation>Добавить группу для файлов одного назначения: оригиналы, миниатюры, тексты</translation>
    </message>
    <message>
        <source>fileGrp file group new</source>
        <translation>fileGrp группа файлов новая</translation>
    </message>
    <message>
        <source>&amp;Verify the files</source>
        <translation>&amp;Проверить файлы</translation>
    </message>
    <message>
        <source>Compare the files on the disk with what the package says of them</source>
        <translation>Сравнить файлы на диске с тем, что говорит о них пакет</translation>
    </message>
    <message>
        <source>checksum fixity check compare missing</source>
        <translation>контрольная сумма целостность сверить пропали</translation>
    </message>
    <message>
        <source>&amp;Replace the beginning of all locations…</source>
        <translation>&amp;Заменить начало всех адресов…</translation>
    </message>
    <message>
        <source>Say where the files are now, for all of them together</source>
        <translation>Указать, где теперь файлы, сразу для всех</translation>
    </message>
    <message>
        <source>base path folder link address href</source>
        <translation>основа путь папка ссылка адрес</translation>
    </message>
    <message>
        <source>F&amp;ind files</source>
        <translation>&amp;Найти файлы</translation>
    </message>
    <message>
        <source>Show only the files of the package that have some words</source>
        <translation>Показать только файлы пакета с этими словами</translation>
    </message>
    <message>
        <source>filter search</source>
        <translation>фильтр поиск</translation>
    </message>
    <message>
        <source>Add a &amp;division inside</source>
        <translation>Добавить &amp;раздел внутри</translation>
    </message>
    <message>
        <source>Add a division at the end of the one in focus</source>
        <translation>Добавить раздел в конец текущего</translation>
    </message>
    <message>
        <source>chapter page structure div</source>
        <translation>глава страница структура</translation>
    </message>
    <message>
        <source>Add a division &amp;before</source>
        <translation>Добавить раздел пере&amp;д</translation>
    </message>
    <message>
        <source>Add a division before the one in focus</source>
        <translation>Добавить раздел перед текущим</translation>
    </message>
    <message>
        <source>chapter page structure div insert</source>
        <translation>глава страница структура вставить</translation>
    </message>
    <message>
        <source>Put a division round &amp;these</source>
        <translation>&amp;Объединить в раздел</translation>
    </message>
    <message>
        <source>Put a new division round those that are chosen</source>
        <translation>Поместить выбранные разделы в новый</translation>
    </message>
    <message>
        <source>group chapter structure div</source>
        <translation>группа глава структура</translation>
    </message>
    <message>
        <source>&amp;Link pages to a chapter…</source>
        <translation>Связать страницы с г&amp;лавой…</translation>
    </message>
    <message>
        <source>Tie the pages that are chosen to a chapter of another map</source>
        <translation>Связать выбранные страницы с главой другой карты</translation>
    </message>
    <message>
        <source>smLink structLink division logical physical</source>
        <translation>smLink structLink раздел логическая физическая</translation>
    </message>
    <message>
        <source>&amp;Number the divisions…</source>
        <translation>Прон&amp;умеровать разделы…</translation>
    </message>
    <message>
        <source>Number the divisions that are chosen, or those inside the one in focus</source>
        <translation>Пронумеровать выбранные разделы или те, что внутри текущего</translation>
    </message>
    <message>
        <source>page numbers order label foliation</source>
        <translation>номера страниц порядок подписи фолиация</translation>
    </message>
    <message>
        <source>A &amp;page for each file…</source>
        <translation>&amp;Страница для каждого файла…</translation>
    </message>
    <message>
        <source>Add a division for each file of a group</source>
        <translation>Добавить раздел для каждого файла группы</translation>
    </message>
    <message>
        <source>structure divisions images</source>
        <translation>структура разделы изображения</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>&amp;Обзор</translation>
    </message>
    <message>
        <source>Show or hide the outline at the left</source>
        <translation>Показать или скрыть обзор слева</translation>
    </message>
    <message>
        <source>&amp;Article, XML and help</source>
        <translation>Ст&amp;атья, XML и справка</translation>
    </message>
    <message>
        <source>Show or hide the panes at the right</source>
        <translation>Показать или скрыть панели справа</translation>
    </message>
    <message>
        <source>&amp;Problems, history and changes</source>
        <translation>&amp;Проблемы, история и изменения</translation>
    </message>
    <message>
        <source>Show or hide the panes below the form</source>
        <translation>Показать или скрыть панели под формой</translation>
    </message>
    <message>
        <source>hide panels</source>
        <translation>скрыть панели</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>Светлые или тёмные, как в системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлые</translation>
    </message>
    <message>
        <source>Dark text on light ground</source>
        <translation>Тёмный текст на светлом фоне</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмные</translation>
    </message>
    <message>
        <source>Light text on dark ground</source>
        <translation>Светлый текст на тёмном фоне</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Крупнее</translation>
    </message>
    <message>
        <source>All text a step larger</source>
        <translation>Весь текст на шаг крупнее</translation>
    </message>
    <message>
        <source>zoom font</source>
        <translation>масштаб шрифт</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Мельче</translation>
    </message>
    <message>
        <source>All text a step smaller</source>
        <translation>Весь текст на шаг мельче</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Обычный</translation>
    </message>
    <message>
        <source>Text in the size that the system uses</source>
        <translation>Текст того размера, который принят в системе</translation>
    </message>
    <message>
        <source>The language of the system</source>
        <translation>Язык системы</translation>
    </message>
    <message>
        <source>All words in English</source>
        <translation>Все слова по-английски</translation>
    </message>
    <message>
        <source>All words in Russian</source>
        <translation>Все слова по-русски</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Полный &amp;экран</translation>
    </message>
    <message>
        <source>Use the whole screen, or give it back</source>
        <translation>Занять весь экран или освободить его</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Следующая проблема</translation>
    </message>
    <message>
        <source>Go to the next field with something to look at</source>
        <translation>Перейти к следующему полю, на которое стоит взглянуть</translation>
    </message>
    <message>
        <source>validate verify check error</source>
        <translation>проверить валидация ошибка</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>&amp;Предыдущая проблема</translation>
    </message>
    <message>
        <source>Go to the field before with something to look at</source>
        <translation>Перейти к предыдущему полю, на которое стоит взглянуть</translation>
    </message>
    <message>
        <source>Next &amp;missing field</source>
        <translation>Следующее недоста&amp;ющее поле</translation>
    </message>
    <message>
        <source>Go to the next field that is asked for and still empty</source>
        <translation>Перейти к следующему полю, которое ожидается и ещё пусто</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Show the place that was shown before this one</source>
        <translation>Показать место, которое было показано перед этим</translation>
    </message>
    <message>
        <source>return previous place link</source>
        <translation>вернуться предыдущее место ссылка</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>&amp;Вперёд</translation>
    </message>
    <message>
        <source>Show the place again from which you went back</source>
        <translation>Снова показать место, с которого вы вернулись</translation>
    </message>
    <message>
        <source>next place link</source>
        <translation>следующее место ссылка</translation>
    </message>
    <message>
        <source>What is m&amp;issing…</source>
        <translation>&amp;Чего не хватает…</translation>
    </message>
    <message>
        <source>List what is asked for and still empty, and why</source>
        <translation>Показать список того, что требуется и ещё пусто, с пояснениями</translation>
    </message>
    <message>
        <source>completeness meter required recommended level</source>
        <translation>полнота обязательные желательные уровень пропуски</translation>
    </message>
    <message>
        <source>Next &amp;record</source>
        <translation>Следующая &amp;запись</translation>
    </message>
    <message>
        <source>Show the record that follows in the file</source>
        <translation>Показать следующую запись файла</translation>
    </message>
    <message>
        <source>Previous r&amp;ecord</source>
        <translation>Предыдущая зап&amp;ись</translation>
    </message>
    <message>
        <source>Show the record before this one in the file</source>
        <translation>Показать предыдущую запись файла</translation>
    </message>
    <message>
        <source>Next &amp;document</source>
        <translation>Следующий &amp;документ</translation>
    </message>
    <message>
        <source>Show the next open document</source>
        <translation>Показать следующий открытый документ</translation>
    </message>
    <message>
        <source>Previous doc&amp;ument</source>
        <translation>Предыдущий до&amp;кумент</translation>
    </message>
    <message>
        <source>Show the open document before</source>
        <translation>Показать предыдущий открытый документ</translation>
    </message>
    <message>
        <source>To the &amp;outline</source>
        <translation>К о&amp;бзору</translation>
    </message>
    <message>
        <source>Put the focus in the outline</source>
        <translation>Перейти в обзор</translation>
    </message>
    <message>
        <source>Fi&amp;lter the outline</source>
        <translation>&amp;Отбор в обзоре</translation>
    </message>
    <message>
        <source>Show only the rows of the outline that have some words</source>
        <translation>Показать только строки обзора с заданными словами</translation>
    </message>
    <message>
        <source>To the &amp;form</source>
        <translation>К &amp;форме</translation>
    </message>
    <message>
        <source>Put the focus in the form</source>
        <translation>Перейти в форму</translation>
    </message>
    <message>
        <source>To the &amp;article</source>
        <translation>К ст&amp;атье</translation>
    </message>
    <message>
        <source>Put the focus in the text being described</source>
        <translation>Перейти в описываемый текст</translation>
    </message>
    <message>
        <source>To the &amp;suggestions</source>
        <translation>К п&amp;редложениям</translation>
    </message>
    <message>
        <source>Put the focus in what the text suggests for the record</source>
        <translation>Перейти к тому, что предлагает для записи текст</translation>
    </message>
    <message>
        <source>To the &amp;XML</source>
        <translation>К &amp;XML</translation>
    </message>
    <message>
        <source>Put the focus in the record&apos;s XML</source>
        <translation>Перейти в XML записи</translation>
    </message>
    <message>
        <source>&amp;To the problems</source>
        <translation>К пробле&amp;мам</translation>
    </message>
    <message>
        <source>Put the focus in the list of problems</source>
        <translation>Перейти в список проблем</translation>
    </message>
    <message>
        <source>validate verify check errors</source>
        <translation>проверить валидация ошибки</translation>
    </message>
    <message>
        <source>To the &amp;history</source>
        <translation>К ис&amp;тории</translation>
    </message>
    <message>
        <source>Put the focus in the list of what was done</source>
        <translation>Перейти в список сделанного</translation>
    </message>
    <message>
        <source>To the &amp;changes</source>
        <translation>К изм&amp;енениям</translation>
    </message>
    <message>
        <source>See what a save would write</source>
        <translation>Посмотреть, что запишет сохранение</translation>
    </message>
    <message>
        <source>diff compare</source>
        <translation>сравнить различия</translation>
    </message>
    <message>
        <source>&amp;Mend the problem here</source>
        <translation>&amp;Исправить проблему здесь</translation>
    </message>
    <message>
        <source>Do what is proposed for the problem of the field in focus</source>
        <translation>Сделать то, что предлагается для проблемы этого поля</translation>
    </message>
    <message>
        <source>repair correct</source>
        <translation>исправить починить</translation>
    </message>
    <message>
        <source>Mend all that is &amp;safe…</source>
        <translation>Исправить всё &amp;безопасное…</translation>
    </message>
    <message>
        <source>See the repairs that lose nothing, and do them together</source>
        <translation>Посмотреть исправления, при которых ничего не теряется, и сделать их все</translation>
    </message>
    <message>
        <source>repair correct clean fix</source>
        <translation>исправить починить очистить</translation>
    </message>
    <message>
        <source>&amp;Check the record against the article</source>
        <translation>&amp;Сверить запись со статьёй</translation>
    </message>
    <message>
        <source>See which statements of the record the text supports and which it does not</source>
        <translation>Посмотреть, какие сведения записи подтверждает текст, а какие нет</translation>
    </message>
    <message>
        <source>A&amp;ttach the article to the package</source>
        <translation>П&amp;риложить статью к пакету</translation>
    </message>
    <message>
        <source>Add the text as a file of the package, with its size, type and checksum</source>
        <translation>Добавить текст в пакет файлом, с размером, типом и контрольной суммой</translation>
    </message>
    <message>
        <source>Package of this record and the te&amp;xt</source>
        <translation>Пакет из этой записи и те&amp;кста</translation>
    </message>
    <message>
        <source>Begin a package that holds the record in front and the article beside it as a file</source>
        <translation>Начать пакет, в котором открытая запись и статья рядом с ней как файл</translation>
    </message>
    <message>
        <source>Note &amp;editing in the header</source>
        <translation>Отмечать правк&amp;у в заголовке</translation>
    </message>
    <message>
        <source>Before a save, name this program as an editor of the package, with the date</source>
        <translation>Перед сохранением указывать эту программу редактором пакета, с датой</translation>
    </message>
    <message>
        <source>All &amp;actions…</source>
        <translation>Все &amp;действия…</translation>
    </message>
    <message>
        <source>Search every action and its key</source>
        <translation>Поиск по всем действиям и клавишам</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>К&amp;лавиши…</translation>
    </message>
    <message>
        <source>See and change the keys of all actions</source>
        <translation>Посмотреть и изменить клавиши всех действий</translation>
    </message>
    <message>
        <source>keyboard hotkeys</source>
        <translation>клавиатура сочетания</translation>
    </message>
    <message>
        <source>&amp;Backups of this file…</source>
        <translation>Р&amp;езервные копии файла…</translation>
    </message>
    <message>
        <source>Open one of the copies kept from before earlier saves</source>
        <translation>Открыть одну из копий, сделанных перед прежними сохранениями</translation>
    </message>
    <message>
        <source>restore earlier version</source>
        <translation>восстановить прежняя версия</translation>
    </message>
    <message>
        <source>&amp;Own templates…</source>
        <translation>Свои &amp;шаблоны…</translation>
    </message>
    <message>
        <source>See where your own templates are, and open their folder</source>
        <translation>Показать, где лежат свои шаблоны, и открыть их папку</translation>
    </message>
    <message>
        <source>kinds folder change add</source>
        <translation>виды папка изменить добавить</translation>
    </message>
    <message>
        <source>&amp;Values met before…</source>
        <translation>Вс&amp;тречавшиеся значения…</translation>
    </message>
    <message>
        <source>See what is offered while typing, and remove some of it</source>
        <translation>Посмотреть, что предлагается при вводе, и убрать лишнее</translation>
    </message>
    <message>
        <source>forget remembered suggestions autocomplete clear</source>
        <translation>забыть запомненное подсказки автодополнение очистить</translation>
    </message>
    <message>
        <source>&amp;Find in the article…</source>
        <translation>&amp;Найти в статье…</translation>
    </message>
    <message>
        <source>Search in the text that is being described</source>
        <translation>Искать в описываемом тексте</translation>
    </message>
    <message>
        <source>search text</source>
        <translation>поиск текст</translation>
    </message>
    <message>
        <source>Go to a &amp;line of the article…</source>
        <translation>Пере&amp;йти к строке статьи…</translation>
    </message>
    <message>
        <source>Show a line of the text by its number</source>
        <translation>Показать строку текста по номеру</translation>
    </message>
    <message>
        <source>jump text</source>
        <translation>переход текст</translation>
    </message>
    <message>
        <source>&amp;Paste a text to describe</source>
        <translation>&amp;Вставить текст для описания</translation>
    </message>
    <message>
        <source>Take the text of the clipboard as an article</source>
        <translation>Взять текст буфера обмена как статью</translation>
    </message>
    <message>
        <source>clipboard article</source>
        <translation>буфер статья</translation>
    </message>
    <message>
        <source>Show dismissed su&amp;ggestions again</source>
        <translation>Снова показать &amp;отклонённые предложения</translation>
    </message>
    <message>
        <source>Offer again what was put away</source>
        <translation>Снова предложить отложенное</translation>
    </message>
    <message>
        <source>restore suggestions</source>
        <translation>вернуть предложения</translation>
    </message>
    <message>
        <source>&amp;Help on the field</source>
        <translation>&amp;Справка о поле</translation>
    </message>
    <message>
        <source>What the element in focus is for, with examples</source>
        <translation>Для чего служит это поле, с примерами</translation>
    </message>
    <message>
        <source>&amp;Errors of the program…</source>
        <translation>&amp;Ошибки программы…</translation>
    </message>
    <message>
        <source>What went wrong inside the program in this session, to copy and send</source>
        <translation>Что сломалось в программе за этот сеанс: можно скопировать и отправить</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>О п&amp;рограмме</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Версии и лицензия</translation>
    </message>
</context>
<context>
    <name>AddField</name>
    <message>
        <source>in {place}</source>
        <translation>в: {place}</translation>
    </message>
    <message>
        <source>in a new “{place}”</source>
        <translation>в новом поле «{place}»</translation>
    </message>
</context>
<context>
    <name>AddFieldBox</name>
    <message>
        <source>Label, element, path, MARC tag (245) or Dublin Core name</source>
        <translation>Подпись, путь, поле MARC (245), имя Dublin Core</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>What can be added here</source>
        <translation>Что можно добавить здесь</translation>
    </message>
    <message>
        <source>Nothing of that name may stand here.</source>
        <translation>Ничего с таким названием здесь быть не может.</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>Например: {example}</translation>
    </message>
</context>
<context>
    <name>AddingForm</name>
    <message>
        <source>Adding {name}</source>
        <translation>Добавление: {name}</translation>
    </message>
</context>
<context>
    <name>ArticleFields</name>
    <message>
        <source>Title</source>
        <translation>Заглавие</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Лицо</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Geographic</source>
        <translation>География</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Аннотация</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Идентификатор</translation>
    </message>
</context>
<context>
    <name>ArticleMenu</name>
    <message>
        <source>Put it into “{0}”</source>
        <translation>Записать в «{0}»</translation>
    </message>
    <message>
        <source>Append it to “{0}”</source>
        <translation>Дописать в «{0}»</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Paste as another text</source>
        <translation>Вставить отдельным текстом</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Найти в статье…</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Перейти к строке…</translation>
    </message>
    <message>
        <source>To the suggestions</source>
        <translation>К предложениям</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>Check against the record</source>
        <translation>Сверить с записью</translation>
    </message>
    <message>
        <source>Attach this text to the package</source>
        <translation>Приложить этот текст к пакету</translation>
    </message>
    <message>
        <source>Show dismissed suggestions again</source>
        <translation>Снова показать отклонённые предложения</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Go to the field that is made</source>
        <translation>Переходить к созданному полю</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add as {0}</source>
        <translation>Добавить как: {0}</translation>
    </message>
    <message>
        <source>Add all: {0}</source>
        <translation>Добавить все: {0}</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Dismiss all: {0}</source>
        <translation>Отклонить все: {0}</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Article text at {0} %</source>
        <translation>Текст статьи: {0} %</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message>
        <source>Pasted text</source>
        <translation>Вставленный текст</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Чтение: {0}</translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation>слов: {0}</translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation>строк: {0}</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Remove with the &amp;links</source>
        <translation>Удалить &amp;вместе со ссылками</translation>
    </message>
    <message>
        <source>Remove, &amp;keep the links</source>
        <translation>Удалить, ссылки &amp;оставить</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Отмена</translation>
    </message>
    <message>
        <source>{0} and others</source>
        <translation>{0} и других</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) lead(s) to “{0}”: from {1}.</source>
        <translation>
            <numerusform>На «{0}» ведёт %n ссылка: из {1}.</numerusform>
            <numerusform>На «{0}» ведут %n ссылки: из {1}.</numerusform>
            <numerusform>На «{0}» ведут %n ссылок: из {1}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) lead(s) to what is to be removed: from {0}.</source>
        <translation>
            <numerusform>На удаляемое ведёт %n ссылка: из {0}.</numerusform>
            <numerusform>На удаляемое ведут %n ссылки: из {0}.</numerusform>
            <numerusform>На удаляемое ведут %n ссылок: из {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Open a text from a file first; a paste cannot be attached.</source>
        <translation>Сначала откройте текст из файла: вставленный текст приложить нельзя.</translation>
    </message>
    <message>
        <source>Only a package can hold the text, and this file is a record.</source>
        <translation>Текст может войти только в пакет, а этот файл — запись.</translation>
    </message>
    <message>
        <source>Make a package of both</source>
        <translation>Сделать из них пакет</translation>
    </message>
    <message>
        <source>The package has this file already.</source>
        <translation>Этот файл в пакете уже есть.</translation>
    </message>
    <message>
        <source>Attached {0}, {1} bytes, with its checksum.</source>
        <translation>Приложен файл {0}, байт: {1}, с контрольной суммой.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>The file could not be read: {0}</source>
        <translation>Не удалось прочитать файл: {0}</translation>
    </message>
</context>
<context>
    <name>BaseBar</name>
    <message>
        <source>Replace the beginning of all locations</source>
        <translation>Замена начала всех адресов</translation>
    </message>
    <message>
        <source>Beginning as it is</source>
        <translation>Начало сейчас</translation>
    </message>
    <message>
        <source>New beginning</source>
        <translation>Новое начало</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>No location begins with “{0}”.</source>
        <translation>Ни один адрес не начинается с «{0}».</translation>
    </message>
    <message>
        <source>Say how the locations begin that shall begin otherwise.</source>
        <translation>Укажите, с чего начинаются адреса, которые надо изменить.</translation>
    </message>
    <message>
        <source>Both are the same: nothing would change.</source>
        <translation>Оба одинаковы: ничего не изменится.</translation>
    </message>
</context>
<context>
    <name>CardButtons</name>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>More: attributes, add inside, copy, XML</source>
        <translation>Ещё: атрибуты, добавить внутрь, копировать, XML</translation>
    </message>
    <message numerus="yes">
        <source>%n attribute(s) set</source>
        <translation>
            <numerusform>Заполнен %n атрибут</numerusform>
            <numerusform>Заполнены %n атрибута</numerusform>
            <numerusform>Заполнено %n атрибутов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>What a save would change</source>
        <translation>Что изменит сохранение</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>A new record: no file has been written yet.</source>
        <translation>Новая запись: файл ещё не записан.</translation>
    </message>
    <message>
        <source>No changes: a save would write the very bytes that were opened.</source>
        <translation>Изменений нет: сохранение записало бы те же самые байты, что были открыты.</translation>
    </message>
    <message numerus="yes">
        <source>All is saved: %n change(s) since the file was opened.</source>
        <translation>
            <numerusform>Всё сохранено: %n изменение с открытия файла.</numerusform>
            <numerusform>Всё сохранено: %n изменения с открытия файла.</numerusform>
            <numerusform>Всё сохранено: %n изменений с открытия файла.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since the file was opened, not all of them saved.</source>
        <translation>
            <numerusform>%n изменение с открытия файла, сохранено не всё.</numerusform>
            <numerusform>%n изменения с открытия файла, сохранено не всё.</numerusform>
            <numerusform>%n изменений с открытия файла, сохранено не всё.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A save would write %n change(s).</source>
        <translation>
            <numerusform>Сохранение запишет %n изменение.</numerusform>
            <numerusform>Сохранение запишет %n изменения.</numerusform>
            <numerusform>Сохранение запишет %n изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1, a new file: %2 bytes, read back and as they were meant.</source>
        <translation>Сохранён новый файл %1: %2 байт, прочитан обратно и совпадает с задуманным.</translation>
    </message>
    <message>
        <source>The file was saved, but reading it back failed: %1</source>
        <translation>Файл сохранён, но прочитать его для проверки не удалось: %1</translation>
    </message>
    <message>
        <source>%1 is already another file than the one that was written.</source>
        <translation>%1 — уже не тот файл, который был записан.</translation>
    </message>
    <message>
        <source>Saved %1: %2 bytes before, %3 after.</source>
        <translation>Сохранено %1: байт до — %2, после — %3.</translation>
    </message>
    <message>
        <source>Read back and compared: every byte is the same.</source>
        <translation>Прочитано и сверено: все байты совпадают.</translation>
    </message>
    <message>
        <source>%1 bytes were taken out and %2 put in, in %3 places;</source>
        <translation>Убрано байт: %1, добавлено: %2, мест: %3;</translation>
    </message>
    <message>
        <source>%1 bytes were taken out and %2 put in, in one place;</source>
        <translation>Убрано байт: %1, добавлено: %2, в одном месте;</translation>
    </message>
    <message>
        <source>the other %1 bytes were read back, compared and are identical.</source>
        <translation>остальные байты (%1) прочитаны, сверены и совпадают.</translation>
    </message>
</context>
<context>
    <name>CharacterPalette</name>
    <message>
        <source>Characters</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>Name, such as “acute” or “Uzbek”, or U+02BB</source>
        <translation>Название («акут», «узбек», «с чертой») или U+02BB</translation>
    </message>
    <message>
        <source>Search characters</source>
        <translation>Поиск символов</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>No character has such a name.</source>
        <translation>Символа с таким названием нет.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>supported</source>
        <translation>подтверждено</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>отчасти</translation>
    </message>
    <message>
        <source>not mentioned</source>
        <translation>не упомянуто</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>не сверяется</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>The record says nothing yet.</source>
        <translation>В записи пока ничего нет.</translation>
    </message>
    <message>
        <source>Checking the record against the whole text…</source>
        <translation>Запись сверяется со всем текстом…</translation>
    </message>
    <message>
        <source>Checking the record against the text</source>
        <translation>Сверка записи с текстом</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Сверка остановлена.</translation>
    </message>
</context>
<context>
    <name>ChooseDivision</name>
    <message>
        <source>Link to a division</source>
        <translation>Связать с разделом</translation>
    </message>
    <message>
        <source>The division that shall point at the file</source>
        <translation>Раздел, который будет указывать на файл</translation>
    </message>
    <message>
        <source>The division that shall point at the {0} files</source>
        <translation>Раздел, который будет указывать на файлы ({0})</translation>
    </message>
    <message>
        <source>Find by ID, label or number…</source>
        <translation>Найти по ID, подписи или номеру…</translation>
    </message>
    <message>
        <source>Find a division</source>
        <translation>Найти раздел</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связать</translation>
    </message>
    <message>
        <source>a division without a name</source>
        <translation>раздел без названия</translation>
    </message>
</context>
<context>
    <name>Closer</name>
    <message>
        <source>Save the changes to {0}?</source>
        <translation>Сохранить изменения в {0}?</translation>
    </message>
    <message>
        <source>Save the changes to these {0} documents?</source>
        <translation>Сохранить изменения в этих документах ({0})?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Иначе они пропадут.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Не сохранять</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>CommandsPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Что нужно сделать?</translation>
    </message>
    <message>
        <source>Search all actions</source>
        <translation>Поиск по всем действиям</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>No action has “{0}”.</source>
        <translation>Нет действия со словами «{0}».</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare {0}</source>
        <translation>Сравнение: {0}</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Различия</translation>
    </message>
    <message>
        <source>Lines with “−” are in the file, lines with “+” in the kept state.</source>
        <translation>Строки с «−» есть в файле, строки с «+» — в сохранённом состоянии.</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Различий нет.</translation>
    </message>
    <message>
        <source>The files are too large to compare here: {0} and {1} bytes.</source>
        <translation>Файлы слишком велики, чтобы сравнить их здесь: {0} и {1} байт.</translation>
    </message>
</context>
<context>
    <name>Describing</name>
    <message>
        <source>There is no record in this file to describe it in.</source>
        <translation>В этом файле нет записи, в которой это можно описать.</translation>
    </message>
    <message>
        <source>This version of MODS has no place for it.</source>
        <translation>В этой версии MODS для этого нет места.</translation>
    </message>
    <message>
        <source>Add {0} from the article</source>
        <translation>Добавить из статьи: {0}</translation>
    </message>
    <message>
        <source>As body</source>
        <translation>Как организацию</translation>
    </message>
    <message>
        <source>As person</source>
        <translation>Как лицо</translation>
    </message>
    <message>
        <source>As subject</source>
        <translation>Как тему</translation>
    </message>
    <message>
        <source>As newspaper</source>
        <translation>Как газету</translation>
    </message>
    <message>
        <source>Swap names</source>
        <translation>Поменять имя и фамилию</translation>
    </message>
    <message>
        <source>As name</source>
        <translation>Как имя</translation>
    </message>
    <message>
        <source>All of it as title</source>
        <translation>Всё как заглавие</translation>
    </message>
    <message>
        <source>As date of issue</source>
        <translation>Как дату издания</translation>
    </message>
    <message>
        <source>As place of publication</source>
        <translation>Как место издания</translation>
    </message>
    <message>
        <source>As identifier</source>
        <translation>Как идентификатор</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Иначе</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Only a record that describes a resource is of a kind.</source>
        <translation>Вид бывает только у записи, которая описывает ресурс.</translation>
    </message>
    <message>
        <source>This file is shown but cannot be edited here: {0}.</source>
        <translation>Файл показан, но править его здесь нельзя: {0}.</translation>
    </message>
    <message>
        <source>Open an editable copy</source>
        <translation>Открыть копию для правки</translation>
    </message>
    <message>
        <source>This is done to a field or card of the form: go there first ({0}).</source>
        <translation>Это делается с полем или карточкой формы: сначала перейдите туда ({0}).</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
</context>
<context>
    <name>DeskPanes</name>
    <message>
        <source>Side panes</source>
        <translation>Боковые панели</translation>
    </message>
    <message>
        <source>Panes below</source>
        <translation>Нижние панели</translation>
    </message>
</context>
<context>
    <name>DeskPlaces</name>
    <message>
        <source>There is no place before this one to go back to.</source>
        <translation>Перед этим местом возвращаться некуда.</translation>
    </message>
    <message>
        <source>There is no place to go forward to.</source>
        <translation>Вперёд идти некуда.</translation>
    </message>
</context>
<context>
    <name>DeskTabs</name>
    <message>
        <source>Open documents</source>
        <translation>Открытые документы</translation>
    </message>
    <message>
        <source>Close this document</source>
        <translation>Закрыть этот документ</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Line difference</source>
        <translation>Построчные различия</translation>
    </message>
    <message>
        <source>… and %1 more lines</source>
        <translation>… и ещё строк: %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>“{0}” is not in the list.</source>
        <translation>«{0}» нет в списке.</translation>
    </message>
    <message>
        <source>{0} — not in the list</source>
        <translation>{0} — нет в списке</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Показать список</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
    <message>
        <source>Write {0}</source>
        <translation>Записать {0}</translation>
    </message>
    <message>
        <source>Day and month of “{0}” cannot be told apart, so it stays as it is.</source>
        <translation>День и месяц в «{0}» не различить, поэтому значение оставлено как есть.</translation>
    </message>
    <message>
        <source>“{0}” was understood as {1}.</source>
        <translation>«{0}» понято как {1}.</translation>
    </message>
    <message>
        <source>An invisible control character was left out: no record can hold it.</source>
        <translation>Невидимый управляющий символ пропущен: в записи его быть не может.</translation>
    </message>
    <message>
        <source>“{0}” is not written as a number.</source>
        <translation>«{0}» — не число.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Открыть в браузере</translation>
    </message>
    <message>
        <source>Go to what it points at</source>
        <translation>Перейти туда, куда указывает поле</translation>
    </message>
    <message>
        <source>Nothing to point at is called “{0}”, so the field stays as it was.</source>
        <translation>Нет ничего с именем «{0}», на что указать, и поле осталось прежним.</translation>
    </message>
    <message>
        <source>Edit as XML</source>
        <translation>Править как XML</translation>
    </message>
    <message>
        <source>Only the words can be changed here. Edit the tags as XML.</source>
        <translation>Здесь можно менять только слова. Теги правьте в XML.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>без названия</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Сохранить в файл…</translation>
    </message>
    <message>
        <source>Replace from a file…</source>
        <translation>Заменить из файла…</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Данных пока нет</translation>
    </message>
    <message>
        <source>This is no Base64 text:</source>
        <translation>Это не текст Base64:</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>байтов: %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Сохранить в файл</translation>
    </message>
    <message>
        <source>Replace from a file</source>
        <translation>Заменить из файла</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>Документ PDF</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>Архив ZIP</translation>
    </message>
    <message>
        <source>Compressed data (gzip)</source>
        <translation>Сжатые данные (gzip)</translation>
    </message>
    <message>
        <source>RTF document</source>
        <translation>Документ RTF</translation>
    </message>
    <message>
        <source>MARC record</source>
        <translation>Запись MARC</translation>
    </message>
    <message>
        <source>XML text</source>
        <translation>Текст XML</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Data of an unknown kind</source>
        <translation>Данные неизвестного вида</translation>
    </message>
    <message>
        <source>Picture (%1)</source>
        <translation>Изображение (%1)</translation>
    </message>
</context>
<context>
    <name>EncodingBar</name>
    <message>
        <source>It is not certain how this text is encoded. Which line reads right?</source>
        <translation>Кодировка текста неясна. Какая строка читается правильно?</translation>
    </message>
</context>
<context>
    <name>FaultsDialog</name>
    <message>
        <source>Errors of the program</source>
        <translation>Ошибки программы</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>The documents are intact. The log is kept in {0}.</source>
        <translation>Документы целы. Журнал хранится в {0}.</translation>
    </message>
    <message>
        <source>Nothing went wrong so far.</source>
        <translation>Пока всё в порядке.</translation>
    </message>
</context>
<context>
    <name>FilesAdding</name>
    <message>
        <source>Files…</source>
        <translation>Файлы…</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Папка…</translation>
    </message>
    <message>
        <source>Checksum {0}</source>
        <translation>Контрольная сумма {0}</translation>
    </message>
    <message>
        <source>No checksum</source>
        <translation>Без контрольной суммы</translation>
    </message>
    <message>
        <source>Locations relative to this file</source>
        <translation>Пути относительно этого файла</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Добавить папку</translation>
    </message>
    <message>
        <source>Looking for files that are in the package already</source>
        <translation>Поиск файлов, которые уже есть в пакете</translation>
    </message>
    <message>
        <source>Where will this package be saved?</source>
        <translation>Где будет сохранён этот пакет?</translation>
    </message>
    <message>
        <source>It is not saved yet, and the locations of its files are written relative to the folder that it will be in.</source>
        <translation>Он ещё не сохранён, а адреса его файлов записываются относительно папки, в которой он будет.</translation>
    </message>
    <message>
        <source>In “{0}”, with the files</source>
        <translation>В «{0}», вместе с файлами</translation>
    </message>
    <message>
        <source>Elsewhere: write whole locations</source>
        <translation>В другом месте: записать полные адреса</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Reading {0} files</source>
        <translation>Чтение файлов: {0}</translation>
    </message>
    <message>
        <source>Not below “{0}”, so the whole location is written: {1}.</source>
        <translation>Не в папке «{0}», поэтому адрес записан полностью: {1}.</translation>
    </message>
    <message>
        <source>In the package already, and left out: {0}.</source>
        <translation>Уже в пакете и пропущено: {0}.</translation>
    </message>
    <message>
        <source>Hidden or of the system, and left out: {0}.</source>
        <translation>Скрытые или системные файлы пропущены: {0}.</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Тип данных</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Контрольная сумма</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Расположение</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>На диске</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Чтение списка файлов</translation>
    </message>
    <message>
        <source>as described</source>
        <translation>как описано</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменён</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>не сравнить</translation>
    </message>
</context>
<context>
    <name>FilesPane</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Find files…</source>
        <translation>Найти…</translation>
    </message>
    <message>
        <source>Find files</source>
        <translation>Найти файлы</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add files from the disk</source>
        <translation>Добавить файлы с диска</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Link to a division…</source>
        <translation>Связать с разделом…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Сверить</translation>
    </message>
    <message>
        <source>Compare the files on the disk with what is said here</source>
        <translation>Сравнить файлы на диске с тем, что о них сказано здесь</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Show the structure beside the files, to drag files onto its divisions</source>
        <translation>Показать рядом с файлами структуру, чтобы перетаскивать файлы на её разделы</translation>
    </message>
    <message>
        <source>More about the files that are chosen</source>
        <translation>Ещё о выбранных файлах</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
    <message>
        <source>Adding the files</source>
        <translation>Добавление файлов</translation>
    </message>
    <message>
        <source>Removing the files</source>
        <translation>Удаление файлов</translation>
    </message>
    <message>
        <source>Copying the file</source>
        <translation>Копирование файла</translation>
    </message>
    <message>
        <source>Replacing the beginning of all locations</source>
        <translation>Замена начала всех адресов</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>In the order of the file</source>
        <translation>В порядке файла</translation>
    </message>
    <message>
        <source>Replace the beginning of all locations…</source>
        <translation>Заменить начало всех адресов…</translation>
    </message>
</context>
<context>
    <name>FillingForm</name>
    <message>
        <source>No list has “{0}”: it is written as a word, and not as a code.</source>
        <translation>Слова «{0}» нет ни в одном списке: оно записано словом, а не кодом.</translation>
    </message>
    <message>
        <source>Fill in the name</source>
        <translation>Заполните имя</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Same as in the last record</source>
        <translation>Как в предыдущей записи</translation>
    </message>
    <message>
        <source>Hide attributes</source>
        <translation>Скрыть атрибуты</translation>
    </message>
    <message>
        <source>Show attributes</source>
        <translation>Показать атрибуты</translation>
    </message>
    <message>
        <source>Edit as XML</source>
        <translation>Править как XML</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Add inside…</source>
        <translation>Добавить внутрь…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Copy as XML</source>
        <translation>Копировать как XML</translation>
    </message>
    <message>
        <source>Paste XML after</source>
        <translation>Вставить XML после</translation>
    </message>
    <message>
        <source>Remove with the links to it</source>
        <translation>Удалить вместе со ссылками</translation>
    </message>
    <message>
        <source>Remove with the links to it ({0})</source>
        <translation>Удалить вместе со ссылками ({0})</translation>
    </message>
    <message>
        <source>There is no XML in the clipboard.</source>
        <translation>В буфере обмена нет XML.</translation>
    </message>
    <message>
        <source>Nothing in this file has the ID “{0}”.</source>
        <translation>В этом файле ничего не носит метку «{0}».</translation>
    </message>
</context>
<context>
    <name>Gathering</name>
    <message>
        <source>A package from the files of a folder</source>
        <translation>Пакет из файлов папки</translation>
    </message>
    <message>
        <source>There are no files in {0}.</source>
        <translation>В папке {0} нет файлов.</translation>
    </message>
    <message>
        <source>Reading {0} files</source>
        <translation>Чтение файлов: {0}</translation>
    </message>
    <message>
        <source>There is no record here.</source>
        <translation>Здесь нет записи.</translation>
    </message>
    <message>
        <source>What shall become a file of its own?</source>
        <translation>Что сохранить отдельными файлами?</translation>
    </message>
    <message>
        <source>A package keeps everything: the record, the rights, the files and the structure. A record alone is the description only.</source>
        <translation>В пакете сохраняется всё: запись, права, файлы и структура. Отдельная запись — это только описание.</translation>
    </message>
    <message>
        <source>Packages ({0})</source>
        <translation>Пакеты ({0})</translation>
    </message>
    <message>
        <source>Records alone ({0})</source>
        <translation>Только записи ({0})</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write every record to a file in</source>
        <translation>Куда записать файлы записей</translation>
    </message>
    <message>
        <source>record</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>Writing the records</source>
        <translation>Запись файлов</translation>
    </message>
    <message>
        <source>Write every package to a file in</source>
        <translation>Куда записать файлы пакетов</translation>
    </message>
    <message>
        <source>Writing the packages</source>
        <translation>Запись пакетов</translation>
    </message>
    <message>
        <source>packages written: {0}</source>
        <translation>записано пакетов: {0}</translation>
    </message>
    <message>
        <source>records written: {0}</source>
        <translation>записано файлов: {0}</translation>
    </message>
    <message>
        <source>entries without MODS, left out: {0}</source>
        <translation>записей без MODS, пропущено: {0}</translation>
    </message>
    <message>
        <source>; {0} files were there already and stay as they are</source>
        <translation>; файлов уже было и оставлено без изменений: {0}</translation>
    </message>
    <message>
        <source>XML (*.xml)</source>
        <translation>XML (*.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Join the records of</source>
        <translation>Объединить записи файлов</translation>
    </message>
    <message>
        <source>None of these files holds a MODS record.</source>
        <translation>Ни в одном из этих файлов нет записи MODS.</translation>
    </message>
</context>
<context>
    <name>GroupingPane</name>
    <message>
        <source>Moving the files</source>
        <translation>Перемещение файлов</translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation>Переместить в группу</translation>
    </message>
    <message>
        <source>Show its group</source>
        <translation>Показать группу файла</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Группы</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Добавить группу</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Open texts</source>
        <translation>Открытые тексты</translation>
    </message>
    <message>
        <source>Size of the article&apos;s text</source>
        <translation>Размер текста статьи</translation>
    </message>
    <message>
        <source>Find in the article (Ctrl+F)</source>
        <translation>Найти в статье (Ctrl+F)</translation>
    </message>
    <message>
        <source>More to do with the article</source>
        <translation>Другие действия со статьёй</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>Закрыть {0}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Template and completeness</source>
        <translation>Шаблон и полнота</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>просмотреть %n</numerusform>
            <numerusform>просмотреть %n</numerusform>
            <numerusform>просмотреть %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind of resource…</source>
        <translation>Вид ресурса…</translation>
    </message>
    <message>
        <source>Choose what kind of resource this is</source>
        <translation>Выберите вид ресурса</translation>
    </message>
    <message>
        <source>{present} of {total}</source>
        <translation>{present} из {total}</translation>
    </message>
    <message>
        <source>Required and still missing:</source>
        <translation>Обязательно, но ещё нет:</translation>
    </message>
    <message>
        <source>Recommended and still missing:</source>
        <translation>Рекомендуется, но ещё нет:</translation>
    </message>
    <message>
        <source>All that this template asks for is there.</source>
        <translation>Всё, что требует шаблон, заполнено.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>MARC 21</source>
        <translation>MARC 21</translation>
    </message>
    <message>
        <source>Dublin Core</source>
        <translation>Дублинское ядро</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Версии</translation>
    </message>
    <message>
        <source>Occurs</source>
        <translation>Сколько раз</translation>
    </message>
    <message>
        <source>Values from</source>
        <translation>Значения из</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>The standard advises against it.</source>
        <translation>Стандарт не советует пользоваться этим полем.</translation>
    </message>
    <message>
        <source>Equivalents and versions</source>
        <translation>Соответствия и версии</translation>
    </message>
    <message>
        <source>{0} {1} to {2}</source>
        <translation>{0} с {1} по {2}</translation>
    </message>
    <message>
        <source>since {0} {1}</source>
        <translation>с {0} {1}</translation>
    </message>
    <message>
        <source>up to {0} {1}</source>
        <translation>по {0} {1}</translation>
    </message>
    <message>
        <source>all of {0} {1} to {2}</source>
        <translation>все версии {0} с {1} по {2}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>необязательно</translation>
    </message>
    <message>
        <source>repeatable</source>
        <translation>можно повторять</translation>
    </message>
    <message>
        <source>not repeatable</source>
        <translation>только один раз</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>с {0}</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>по {0}</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Внутри</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Смотрите также</translation>
    </message>
    <message>
        <source>This element belongs to another standard. It is shown and kept as it is.</source>
        <translation>Этот элемент относится к другому стандарту. Он показан и сохраняется как есть.</translation>
    </message>
    <message>
        <source>Nothing in {0} answers to “{1}”. Labels, names, paths, MARC tags and Dublin Core names are searched.</source>
        <translation>В {0} ничего не найдено по запросу «{1}». Поиск идёт по подписям, именам, путям, полям MARC и именам Дублинского ядра.</translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>Label, name, MARC tag…</source>
        <translation>Подпись, имя, поле MARC…</translation>
    </message>
    <message>
        <source>Search the reference</source>
        <translation>Поиск в справочнике</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Назад (Alt+Влево)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Help on the field</source>
        <translation>Справка о поле</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>As it was opened</source>
        <translation>Как при открытии</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Go to a state to undo or redo up to it</source>
        <translation>Перейдите к состоянию, чтобы отменить или повторить всё до него</translation>
    </message>
</context>
<context>
    <name>KindMenu</name>
    <message>
        <source>What kind of resource is this?</source>
        <translation>Какой это вид ресурса?</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>Без шаблона</translation>
    </message>
</context>
<context>
    <name>Leftovers</name>
    <message>
        <source>{0} was being edited when the program ended unexpectedly. Its state of {1} was kept.</source>
        <translation>Когда программа неожиданно завершилась, шла правка {0}. Сохранено состояние на {1}.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Сравнить…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Отказаться…</translation>
    </message>
    <message>
        <source>This is the recovered state. Save it to keep it.</source>
        <translation>Это восстановленное состояние. Сохраните его, чтобы оно не пропало.</translation>
    </message>
    <message>
        <source>{0} has changed since, so the recovered state is a document of its own.</source>
        <translation>{0} с тех пор изменился, поэтому восстановленное состояние открыто отдельным документом.</translation>
    </message>
    <message>
        <source>Discard the kept state of {0}?</source>
        <translation>Отказаться от сохранённого состояния {0}?</translation>
    </message>
    <message>
        <source>What was typed after the last save is lost for good.</source>
        <translation>Всё введённое после последнего сохранения пропадёт навсегда.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>{0} could not be recovered: {1}. What was kept is in {2}.</source>
        <translation>Не удалось восстановить {0}: {1}. Сохранённое находится в {2}.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Keys: {0}</source>
        <translation>Клавиши: {0}</translation>
    </message>
    <message>
        <source>Select words in the article first.</source>
        <translation>Сначала выделите слова в статье.</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>ListedProblems</name>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>A new record: nothing is looked at before you begin.</source>
        <translation>Новая запись: пока ничего не введено, проверять нечего.</translation>
    </message>
    <message>
        <source>There is nothing here to look at.</source>
        <translation>Здесь нечего проверять.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Проблем не найдено.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Идёт проверка…</translation>
    </message>
</context>
<context>
    <name>Lower</name>
    <message>
        <source>Suggested from the article</source>
        <translation>Предложено по статье</translation>
    </message>
    <message>
        <source>The record checked against the article</source>
        <translation>Запись, сверенная со статьёй</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Ход анализа</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Checked against the article</source>
        <translation>Сверка со статьёй</translation>
    </message>
    <message>
        <source>{0} not mentioned</source>
        <translation>нет: {0}</translation>
    </message>
    <message>
        <source>{0} · Enter adds, Delete puts away</source>
        <translation>{0} · Enter добавит, Del уберёт</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Сверить запись</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Сверка</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Предложено</translation>
    </message>
    <message>
        <source>{0} supported · {1} in part · {2} not mentioned</source>
        <translation>есть: {0} · отчасти: {1} · нет: {2}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Catalog</source>
        <translation>Catalog</translation>
    </message>
    <message>
        <source> •</source>
        <translation> •</translation>
    </message>
    <message>
        <source>{0}[*] — Catalog</source>
        <translation>{0}[*] — Catalog</translation>
    </message>
</context>
<context>
    <name>MendSheet</name>
    <message>
        <source>What will be mended</source>
        <translation>Что будет исправлено</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Make these changes; they can be undone</source>
        <translation>Сделать эти изменения; их можно отменить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Ничего не менять</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>Show what is still missing, and why</source>
        <translation>Показать, чего ещё не хватает и зачем оно нужно</translation>
    </message>
    <message>
        <source>What is still missing, and why</source>
        <translation>Чего ещё не хватает и зачем оно нужно</translation>
    </message>
</context>
<context>
    <name>MissingList</name>
    <message>
        <source>{title}: {present} of {total} fields are there</source>
        <translation>{title}: есть {present} из {total}</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Чего не хватает</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Всё есть.</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>желательно</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>необязательно</translation>
    </message>
</context>
<context>
    <name>Moved</name>
    <message>
        <source>The package was saved in another folder, where its links do not lead to the files any more ({0}). The files are where they were.</source>
        <translation>Пакет сохранён в другой папке, и его ссылки больше не ведут к файлам ({0}). Сами файлы остались на месте.</translation>
    </message>
    <message>
        <source>Correct the links and save</source>
        <translation>Исправить ссылки и сохранить</translation>
    </message>
</context>
<context>
    <name>NothingHere</name>
    <message>
        <source>Nothing to describe here</source>
        <translation>Здесь нечего описывать</translation>
    </message>
    <message>
        <source>This list was harvested without MODS or METS ({0}). Ask the repository for its records as MODS or METS: the request then says metadataPrefix=mods or metadataPrefix=mets.</source>
        <translation>Этот список получен без MODS и METS ({0}). Запросите записи в MODS или METS: тогда в запросе стоит metadataPrefix=mods или metadataPrefix=mets.</translation>
    </message>
    <message>
        <source>The outermost element is called {0}, but it is not in the namespace of its standard, so other systems pass it over too. Give its start tag xmlns=&quot;{1}&quot; in a text editor, and open the file again.</source>
        <translation>Внешний элемент называется {0}, но не принадлежит пространству имён своего стандарта, поэтому и другие системы его пропускают. Добавьте в его открывающий тег xmlns=&quot;{1}&quot; в текстовом редакторе и откройте файл снова.</translation>
    </message>
    <message>
        <source>This file holds neither a MODS record nor a METS package, so there is nothing to edit. It stays as it is.</source>
        <translation>В этом файле нет ни записи MODS, ни пакета METS, поэтому править нечего. Он остаётся как есть.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Совет</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Закрыть сообщение (Esc)</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} — {1}</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Offer this no more</source>
        <translation>Больше не предлагать</translation>
    </message>
    <message>
        <source>Delete takes a value of earlier records away</source>
        <translation>Delete убирает значение из прежних записей</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>METS and MODS (*.xml *.mets *.mods)</source>
        <translation>METS и MODS (*.xml *.mets *.mods)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>Проверка: {0}</translation>
    </message>
    <message>
        <source>, line {0}, column {1}</source>
        <translation>, строка {0}, знак {1}</translation>
    </message>
    <message>
        <source>{0} could not be opened{1}. {2}</source>
        <translation>Не удалось открыть {0}{1}. {2}</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Открыть другой файл…</translation>
    </message>
    <message>
        <source>Texts ({0})</source>
        <translation>Тексты ({0})</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>Открыть текст</translation>
    </message>
    <message>
        <source>A new package holds the record and the text. Save it; {0} stays as it is.</source>
        <translation>Запись и текст теперь в новом пакете. Сохраните его; {0} остаётся как есть.</translation>
    </message>
    <message>
        <source>This is a copy of the record, in a new document.</source>
        <translation>Это копия записи в новом документе.</translation>
    </message>
    <message>
        <source>Backups of {0} (*)</source>
        <translation>Резервные копии {0} (*)</translation>
    </message>
    <message>
        <source>No backup of this file yet: one is kept before its first save.</source>
        <translation>Резервной копии этого файла ещё нет: она делается перед первым сохранением.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Package</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Technical data</source>
        <translation>Технические данные</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Метаданные</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Связи</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Without MODS</source>
        <translation>Без MODS</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Group of files</source>
        <translation>Группа файлов</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(нет)</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Группа %1</translation>
    </message>
    <message>
        <source>Dublin Core</source>
        <translation>Дублинское ядро</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>удалена</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message numerus="yes">
        <source>%n division(s)</source>
        <translation>
            <numerusform>%n раздел</numerusform>
            <numerusform>%n раздела</numerusform>
            <numerusform>%n разделов</numerusform>
        </translation>
    </message>
    <message>
        <source>errors: %1</source>
        <translation>ошибок: %1</translation>
    </message>
    <message>
        <source>to look at: %1</source>
        <translation>просмотреть: %1</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Record %1</source>
        <translation>Запись %1</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>No row has these words.</source>
        <translation>Нет строк с этими словами.</translation>
    </message>
    <message>
        <source>Filter outline</source>
        <translation>Отбор в обзоре</translation>
    </message>
    <message>
        <source>Show only the rows whose name contains these words</source>
        <translation>Показывать только строки, в названии которых есть эти слова</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Отбор</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Add record</source>
        <translation>Добавить запись</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Show its section</source>
        <translation>Показать раздел записи</translation>
    </message>
    <message>
        <source>Save record as…</source>
        <translation>Сохранить запись как…</translation>
    </message>
</context>
<context>
    <name>OwnTemplates</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Something in your own templates cannot be used and is left out:</source>
        <translation>Кое-что в ваших шаблонах использовать нельзя, оно пропущено:</translation>
    </message>
    <message>
        <source>Mend it with a text editor and choose the template again.</source>
        <translation>Исправьте это в текстовом редакторе и выберите шаблон снова.</translation>
    </message>
    <message>
        <source>“{0}”: {1}.</source>
        <translation>«{0}»: {1}.</translation>
    </message>
    <message>
        <source>“{0}”, line {1}: {2}.</source>
        <translation>«{0}», строка {1}: {2}.</translation>
    </message>
    <message>
        <source>Your own templates are the files ending in .toml in {0}. One with the name of a shipped file takes its place.</source>
        <translation>Ваши шаблоны — файлы .toml в папке {0}. Файл с именем поставляемого шаблона заменяет его.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Copy “{0}” there</source>
        <translation>Скопировать туда «{0}»</translation>
    </message>
    <message>
        <source>“{0}” is now the file {1}. Change it with a text editor.</source>
        <translation>«{0}» теперь лежит в файле {1}. Измените его в текстовом редакторе.</translation>
    </message>
    <message>
        <source>No program opens folders here. This one is {0}.</source>
        <translation>Здесь нет программы, открывающей папки. Эта папка — {0}.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be written to: {1}.</source>
        <translation>В папку {0} нельзя писать: {1}.</translation>
    </message>
</context>
<context>
    <name>PackageCommands</name>
    <message>
        <source>Adding the files</source>
        <translation>Добавление файлов</translation>
    </message>
</context>
<context>
    <name>PaintedCard</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} из {total}</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>Open a text…</source>
        <translation>Открыть текст…</translation>
    </message>
    <message>
        <source>No text is open.</source>
        <translation>Текст не открыт.</translation>
    </message>
    <message>
        <source>Select words, then press a letter to make a field of them:</source>
        <translation>Выделите слова и нажмите букву, чтобы сделать из них поле:</translation>
    </message>
    <message>
        <source>One word selected.</source>
        <translation>Выделено одно слово.</translation>
    </message>
    <message>
        <source>{0} words selected.</source>
        <translation>Выделено слов: {0}.</translation>
    </message>
    <message>
        <source>Already there, {0}</source>
        <translation>Уже есть, {0}</translation>
    </message>
    <message>
        <source>Added · {0}</source>
        <translation>Добавлено · {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Select words first; then {0} makes them the field “{1}”.</source>
        <translation>Сначала выделите слова; тогда {0} сделает из них поле «{1}».</translation>
    </message>
    <message>
        <source>These words have no shape for that field.</source>
        <translation>Из этих слов такое поле не получается.</translation>
    </message>
    <message>
        <source>Put the cursor into a field of the form first, or press a letter.</source>
        <translation>Сначала поставьте курсор в поле формы или нажмите букву.</translation>
    </message>
    <message>
        <source>This has become {0}. Click to go to the field.</source>
        <translation>Отсюда взято: {0}. Щёлкните, чтобы перейти к полю.</translation>
    </message>
    <message>
        <source>Suggested, {0}: {1}. {2}</source>
        <translation>Предлагается, {0}: {1}. {2}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Previous page</source>
        <translation>Предыдущая страница</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Следующая страница</translation>
    </message>
    <message>
        <source>Beginning of the file</source>
        <translation>Начало файла</translation>
    </message>
    <message>
        <source>Not on this disk</source>
        <translation>Нет на этом диске</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Страница {0} из {1}</translation>
    </message>
    <message>
        <source>This PDF cannot be shown here. Open it to see it.</source>
        <translation>Этот PDF здесь показать нельзя. Откройте его, чтобы увидеть.</translation>
    </message>
    <message>
        <source>{0}
{1} bytes</source>
        <translation>{0}
байт: {1}</translation>
    </message>
</context>
<context>
    <name>ProblemDetail</name>
    <message>
        <source>Mends it at once; can be undone</source>
        <translation>Исправляет сразу; можно отменить</translation>
    </message>
    <message>
        <source>Shows first what would change</source>
        <translation>Сначала покажет, что изменится</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Требует %1</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>правило %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
</context>
<context>
    <name>ProblemsBar</name>
    <message>
        <source>Kinds of problems that are not shown</source>
        <translation>Виды проблем, которые не показаны</translation>
    </message>
    <message>
        <source>Show all repairs that lose nothing, and make them together</source>
        <translation>Показать все исправления без потерь и сделать их вместе</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Советы</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>Показать только: %1</translation>
    </message>
    <message>
        <source>Mend all that is safe (%1)…</source>
        <translation>Исправить всё безопасное (%1)…</translation>
    </message>
    <message>
        <source>Show “%1” again</source>
        <translation>Снова показывать «%1»</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>замечание</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>совет</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Запись %1</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>Требует %1</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Правило %1</translation>
    </message>
</context>
<context>
    <name>ProblemsPane</name>
    <message>
        <source>“%1” cannot be done here any more.</source>
        <translation>«%1» здесь больше не сделать.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… и ещё %1</translation>
    </message>
    <message>
        <source>%1 repairs that lose nothing</source>
        <translation>Исправлений без потерь: %1</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Перейти к полю</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Показать целиком</translation>
    </message>
    <message>
        <source>Don&apos;t show this kind again</source>
        <translation>Больше не показывать этот вид</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Тип файлов:</translation>
    </message>
</context>
<context>
    <name>RecordEdits</name>
    <message>
        <source>Adding a description</source>
        <translation>Добавление описания</translation>
    </message>
    <message>
        <source>This file is not a list of records, so none can be added or removed here. File &gt; New record begins one in a file of its own.</source>
        <translation>Этот файл — не список записей, поэтому добавить или удалить запись здесь нельзя. «Файл &gt; Новая запись» начинает запись в отдельном файле.</translation>
    </message>
    <message>
        <source>Add record</source>
        <translation>Добавить запись</translation>
    </message>
</context>
<context>
    <name>RememberedDialog</name>
    <message>
        <source>Values met before</source>
        <translation>Встречавшиеся значения</translation>
    </message>
    <message>
        <source>Search the values</source>
        <translation>Искать среди значений</translation>
    </message>
    <message>
        <source>Values met before, by field</source>
        <translation>Встречавшиеся значения по полям</translation>
    </message>
    <message>
        <source>Offer no more</source>
        <translation>Больше не предлагать</translation>
    </message>
    <message>
        <source>Offer none of them</source>
        <translation>Не предлагать ни одного</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are offered no more.</source>
        <translation>
            <numerusform>%n значение больше не предлагается.</numerusform>
            <numerusform>%n значения больше не предлагаются.</numerusform>
            <numerusform>%n значений больше не предлагаются.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Sort by state</source>
        <translation>Сортировать по состоянию</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Сохранить отчёт…</translation>
    </message>
    <message>
        <source>Save the package…</source>
        <translation>Сохранить пакет…</translation>
    </message>
    <message>
        <source>The package is not saved yet; its files were looked for in “{0}”.</source>
        <translation>Пакет ещё не сохранён; файлы искали в папке «{0}».</translation>
    </message>
    <message>
        <source>This package is not saved yet, so there is no folder in which to look for its files. Save it first.</source>
        <translation>Пакет ещё не сохранён, и неизвестно, в какой папке искать его файлы. Сначала сохраните его.</translation>
    </message>
    <message>
        <source>There are no files to compare.</source>
        <translation>Нет файлов для сверки.</translation>
    </message>
    <message>
        <source>{right} as described, {missing} missing, {changed} changed, {extra} extra</source>
        <translation>как описано: {right}, нет на месте: {missing}, изменено: {changed}, лишних: {extra}</translation>
    </message>
    <message>
        <source>{elsewhere} on the web (not looked at)</source>
        <translation>в сети (не проверялись): {elsewhere}</translation>
    </message>
    <message>
        <source>{unknown} with nothing to compare</source>
        <translation>сравнить не с чем: {unknown}</translation>
    </message>
    <message>
        <source>{partly} compared by size only</source>
        <translation>сверено только по размеру: {partly}</translation>
    </message>
    <message>
        <source>All files are as described.</source>
        <translation>Все файлы соответствуют описанию.</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Renaming with all links</source>
        <translation>Переименование со всеми ссылками</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message>
        <source>Nothing to save: the file holds this already.</source>
        <translation>Сохранять нечего: всё это в файле уже есть.</translation>
    </message>
    <message>
        <source>Save {0} as</source>
        <translation>Сохранить {0} как</translation>
    </message>
    <message>
        <source>XML (*.xml)</source>
        <translation>XML (*.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Saving {0}</source>
        <translation>Сохраняется {0}</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened. Nothing was saved.</source>
        <translation>С момента открытия {0} изменила другая программа. Ничего не сохранено.</translation>
    </message>
    <message>
        <source>Reload the file</source>
        <translation>Прочитать файл заново</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Всё равно сохранить</translation>
    </message>
    <message>
        <source>{0} To save here cuts this name off from the others, which keep the old content.</source>
        <translation>{0} Если сохранить здесь, это имя файла отделится от остальных, а у них останется прежнее содержание.</translation>
    </message>
    <message>
        <source>Save here only</source>
        <translation>Сохранить только здесь</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved; the old file is as it was.</source>
        <translation>Диск заполнен. Ничего не сохранено; прежний файл цел.</translation>
    </message>
    <message>
        <source>Nothing was saved: {0}. The old file is as it was.</source>
        <translation>Ничего не сохранено: {0}. Прежний файл цел.</translation>
    </message>
    <message>
        <source>Copy of {0}</source>
        <translation>Копия {0}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>{0} was not written: {1}</source>
        <translation>Файл {0} не записан: {1}</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Записано в {0}</translation>
    </message>
    <message>
        <source>There is no record here to write.</source>
        <translation>Здесь нет записи, которую можно записать.</translation>
    </message>
    <message>
        <source>Write record {0} as {1}</source>
        <translation>Записать запись {0} в {1}</translation>
    </message>
    <message>
        <source>record</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>Write entry {0}</source>
        <translation>Записать запись {0}</translation>
    </message>
    <message>
        <source>Give up the changes to {0}?</source>
        <translation>Отказаться от изменений в {0}?</translation>
    </message>
    <message>
        <source>The file is read again as it is on the disk.</source>
        <translation>Файл будет прочитан заново таким, какой он на диске.</translation>
    </message>
    <message>
        <source>Give up the changes</source>
        <translation>Отказаться от изменений</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить их</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Предыдущее место (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Следующее место (Enter)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Закрыть поиск (Esc)</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Перейти к строке</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Найти в статье</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
</context>
<context>
    <name>SectionView</name>
    <message>
        <source>Reading a large section</source>
        <translation>Чтение большого раздела</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Поиск действий и клавиш</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Новая клавиша</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Как было</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>{0} has this key now and would lose it.</source>
        <translation>Сейчас эта клавиша у действия «{0}»; оно её потеряет.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
</context>
<context>
    <name>ShownForm</name>
    <message>
        <source>Search everything that may stand here, and add it</source>
        <translation>Найти и добавить любое поле, которое здесь возможно</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>Добавить поле…</translation>
    </message>
    <message>
        <source>Begin as {0}</source>
        <translation>Начало по шаблону: {0}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Untitled</source>
        <translation>Без заглавия</translation>
    </message>
    <message>
        <source>Record {number} of {total}</source>
        <translation>Запись {number} из {total}</translation>
    </message>
    <message>
        <source>Deleted by its repository: only its header is left</source>
        <translation>Удалена своим хранилищем: остался только заголовок</translation>
    </message>
    <message>
        <source>Nothing is in it but its header</source>
        <translation>В ней нет ничего, кроме заголовка</translation>
    </message>
    <message>
        <source>shared by {0} places</source>
        <translation>общее, мест: {0}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Describe a resource</source>
        <translation>Описать ресурс</translation>
    </message>
    <message>
        <source>Open a METS or MODS file, begin a new record, or drop a file here.</source>
        <translation>Откройте файл METS или MODS, начните новую запись или перетащите файл сюда.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Открывались недавно</translation>
    </message>
    <message>
        <source>New record of a kind</source>
        <translation>Новая запись вида</translation>
    </message>
    <message>
        <source>Examples to try</source>
        <translation>Примеры для пробы</translation>
    </message>
    <message>
        <source>No file yet.</source>
        <translation>Файлов пока нет.</translation>
    </message>
    <message>
        <source>None installed.</source>
        <translation>Не установлены.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>File and its state</source>
        <translation>Файл и его состояние</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>Стандарты</translation>
    </message>
    <message>
        <source>Place in the record</source>
        <translation>Место в записи</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>только чтение</translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation>сохранено {0}</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ещё не сохранено</translation>
    </message>
    <message>
        <source>not as saved</source>
        <translation>не как сохранено</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 изменение</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StructureLinking</name>
    <message>
        <source>Link to a chapter…</source>
        <translation>Связать с главой…</translation>
    </message>
    <message>
        <source>Link to a page…</source>
        <translation>Связать со страницей…</translation>
    </message>
    <message>
        <source>The chapter to which what is chosen belongs</source>
        <translation>Глава, к которой относится выбранное</translation>
    </message>
    <message>
        <source>The page that belongs to what is chosen</source>
        <translation>Страница, которая относится к выбранному</translation>
    </message>
    <message>
        <source>Linking the divisions</source>
        <translation>Связывание разделов</translation>
    </message>
    <message>
        <source>Linked. The outline lists all links under “Links”.</source>
        <translation>Связано. Все связи перечислены в обзоре, в разделе «Связи».</translation>
    </message>
</context>
<context>
    <name>StructureModel</name>
    <message>
        <source>Division</source>
        <translation>Раздел</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>№ п/п</translation>
    </message>
    <message>
        <source>Number shown</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Described by</source>
        <translation>Чем описан</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Reading the structure</source>
        <translation>Чтение структуры</translation>
    </message>
</context>
<context>
    <name>StructurePane</name>
    <message>
        <source>A division inside</source>
        <translation>Раздел внутри</translation>
    </message>
    <message>
        <source>A division before this one</source>
        <translation>Раздел перед этим</translation>
    </message>
    <message>
        <source>A division round these</source>
        <translation>Раздел вокруг этих</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Первый номер</translation>
    </message>
    <message>
        <source>The number that the first of them gets</source>
        <translation>Номер, который получит первый из них</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Пронумеровать</translation>
    </message>
    <message>
        <source>Show another map beside this one, to drag pages onto their chapter</source>
        <translation>Показать рядом другую карту, чтобы перетаскивать страницы на их главу</translation>
    </message>
    <message>
        <source>A page for each file of</source>
        <translation>По странице на каждый файл группы</translation>
    </message>
    <message>
        <source>Order only</source>
        <translation>Только порядок</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) shown</source>
        <translation>
            <numerusform>%n строка видна</numerusform>
            <numerusform>%n строки видны</numerusform>
            <numerusform>%n строк видно</numerusform>
        </translation>
    </message>
    <message>
        <source>Removing the divisions</source>
        <translation>Удаление разделов</translation>
    </message>
    <message>
        <source>Numbering the divisions</source>
        <translation>Нумерация разделов</translation>
    </message>
    <message>
        <source>Adding a page for each file</source>
        <translation>Добавление страницы для каждого файла</translation>
    </message>
    <message>
        <source>Copying the division</source>
        <translation>Копирование раздела</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Чтение списка файлов</translation>
    </message>
    <message>
        <source>There are no groups of files yet</source>
        <translation>Групп файлов пока нет</translation>
    </message>
    <message>
        <source>Moving the divisions</source>
        <translation>Перемещение разделов</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>Reading the text for suggestions…</source>
        <translation>Поиск предложений в тексте…</translation>
    </message>
    <message>
        <source>Analysing {0}</source>
        <translation>Анализ: {0}</translation>
    </message>
    <message>
        <source>The analysis was stopped.</source>
        <translation>Анализ остановлен.</translation>
    </message>
    <message>
        <source>Titles, names, places, dates and topics of a text are offered here.</source>
        <translation>Здесь предлагаются заглавия, имена, места, даты и темы из текста.</translation>
    </message>
    <message>
        <source>{0}: {1} added.</source>
        <translation>{0}: добавлено {1}.</translation>
    </message>
    <message>
        <source>The text could not be analysed.</source>
        <translation>Не удалось проанализировать текст.</translation>
    </message>
    <message>
        <source>Nothing more is suggested.</source>
        <translation>Больше предложений нет.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Add all {0}: {1}</source>
        <translation>Добавить все {0}: {1}</translation>
    </message>
</context>
<context>
    <name>SuggestionDelegate</name>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Title</source>
        <translation>Заглавие</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>Место и дата</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Лицо</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Аннотация</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Жанр</translation>
    </message>
    <message>
        <source>no year given</source>
        <translation>год не указан</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Selected: {0}</source>
        <translation>Выделено: {0}</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text being described</source>
        <translation>Описываемый текст</translation>
    </message>
    <message>
        <source>Select words with Shift and the arrow keys; a letter makes a field of them.</source>
        <translation>Выделите слова клавишами Shift и стрелками; буква сделает из них поле.</translation>
    </message>
    <message>
        <source>Open, paste or drop here
the text that you describe.</source>
        <translation>Откройте, вставьте или перетащите
сюда описываемый текст.</translation>
    </message>
</context>
<context>
    <name>ToldModel</name>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавлено</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>перемещено</translation>
    </message>
    <message>
        <source>put around what was there</source>
        <translation>добавлено вокруг имевшегося</translation>
    </message>
    <message>
        <source>written differently</source>
        <translation>записано иначе</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Something went wrong inside the program ({0}). Your documents are as they were; it is wise to save them.</source>
        <translation>В программе произошла ошибка ({0}). Документы не пострадали; лучше сохранить их.</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Показать отчёт</translation>
    </message>
</context>
<context>
    <name>Traces</name>
    <message>
        <source>The marks in the text could not be kept: {0}</source>
        <translation>Не удалось сохранить пометки в тексте: {0}</translation>
    </message>
</context>
<context>
    <name>VerifyingPane</name>
    <message>
        <source>Save the package first: its files are looked for from its folder.</source>
        <translation>Сначала сохраните пакет: его файлы ищутся от его папки.</translation>
    </message>
    <message>
        <source>The package does not say where this file is.</source>
        <translation>В пакете не сказано, где этот файл.</translation>
    </message>
    <message>
        <source>Comparing the files</source>
        <translation>Сверка файлов</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Text at {0} %</source>
        <translation>Текст: {0} %</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>{0} was removed or renamed by another program. Saving writes it again.</source>
        <translation>Другая программа удалила или переименовала {0}. Сохранение запишет файл снова.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>{0} was changed by another program.</source>
        <translation>{0} изменила другая программа.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Прочитать заново</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Оставить этот</translation>
    </message>
    <message>
        <source>Reloading loses the changes made here.</source>
        <translation>При чтении заново сделанные здесь изменения пропадут.</translation>
    </message>
    <message>
        <source>Reload and lose my changes</source>
        <translation>Прочитать заново, мои изменения не нужны</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить мои</translation>
    </message>
</context>
<context>
    <name>WorkShown</name>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Stop this work</source>
        <translation>Остановить эту работу</translation>
    </message>
</context>
<context>
    <name>XmlPane</name>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Drop the draft</source>
        <translation>Отбросить черновик</translation>
    </message>
    <message>
        <source>Go back to the last good state (Ctrl+Z)</source>
        <translation>Вернуться к последнему верному состоянию (Ctrl+Z)</translation>
    </message>
    <message>
        <source>The XML of %1 is an unfinished draft; it is kept until you come back.</source>
        <translation>XML поля «%1» — незаконченный черновик; он хранится, пока вы не вернётесь.</translation>
    </message>
    <message>
        <source>This is too long to be edited as XML; its beginning is shown.</source>
        <translation>Слишком длинно, чтобы править как XML; показано начало.</translation>
    </message>
    <message>
        <source>There are characters in it that cannot be edited here.</source>
        <translation>Есть символы, которые здесь править нельзя.</translation>
    </message>
    <message>
        <source>The record is long: only “%1” is shown.</source>
        <translation>Запись длинная: показано только «%1».</translation>
    </message>
    <message>
        <source>The record was changed elsewhere at the same place.</source>
        <translation>Запись изменена в том же месте из другой панели.</translation>
    </message>
    <message>
        <source>XML (draft)</source>
        <translation>XML (черновик)</translation>
    </message>
    <message>
        <source>Line %1: </source>
        <translation>Строка %1: </translation>
    </message>
    <message>
        <source>This is a draft: the form shows the last good state.</source>
        <translation>Это черновик: форма показывает последнее верное состояние.</translation>
    </message>
</context>
</TS>
